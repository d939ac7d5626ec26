# SPDX-License-Identifier: Apache-2.0
"""A plain PyAV loop, one thread: pyav.py [FILE]. Prints "sample SECONDS" for each sample."""
import sys

import av


def samples(path):
    """The first frame at or after each whole second, in the size that a model wants."""
    with av.open(path) as container:
        stream = container.streams.video[0]
        stream.thread_type = "NONE"
        first, grid = None, 0
        for frame in container.decode(stream):
            time = float(frame.pts * stream.time_base)
            first = time if first is None else first
            if time - first >= grid - 1e-9:
                frame.to_ndarray(width=224, height=224, format="rgb24")
                grid = int(time - first + 1e-9) + 1
                yield time


for path in sys.argv[1:]:
    for seconds in samples(path):
        print("sample", seconds)
