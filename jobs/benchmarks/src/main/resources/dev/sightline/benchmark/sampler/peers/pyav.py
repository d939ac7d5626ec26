# SPDX-License-Identifier: Apache-2.0
"""A plain PyAV loop, one thread: pyav.py [FILE].

Goes through the file twice. Prints "sample SECONDS" for each sample of the first time, and "pass CPU
WALL" behind each: the first with the start of the process, the second without.
"""
import sys
import time

START = time.monotonic()

import av  # noqa: E402  Its loading is part of the start.


def samples(path):
    """The first frame at or after each whole second, in the size that a model wants."""
    with av.open(path) as container:
        stream = container.streams.video[0]
        stream.thread_type = "NONE"
        first, grid = None, 0
        for frame in container.decode(stream):
            seconds = float(frame.pts * stream.time_base)
            first = seconds if first is None else first
            if seconds - first >= grid - 1e-9:
                frame.to_ndarray(width=224, height=224, format="rgb24")
                grid = int(seconds - first + 1e-9) + 1
                yield seconds


def two_passes(path):
    for seconds in samples(path):
        print("sample", seconds)
    cpu, wall = time.process_time(), time.monotonic()
    print("pass", cpu, wall - START)
    for _ in samples(path):
        pass
    print("pass", time.process_time() - cpu, time.monotonic() - wall)


for argument in sys.argv[1:]:
    two_passes(argument)
