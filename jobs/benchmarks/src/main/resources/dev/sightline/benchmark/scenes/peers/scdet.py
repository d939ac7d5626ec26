# SPDX-License-Identifier: Apache-2.0
"""FFmpeg's scdet filter with its default threshold: scdet.py FFMPEG [FILE...]"""
import re
import subprocess
import sys

from peer import each_file

FFMPEG = [sys.argv[1], "-nostdin", "-hide_banner", "-nostats", "-loglevel", "error"]
FOUND = re.compile(r"frame:(\d+)")


def cuts(path):
    # The filter marks the frames it found; the numbers count the frames that came in.
    graph = "scdet,metadata=mode=print:key=lavfi.scd.time:file=-"
    command = FFMPEG + ["-i", path, "-an", "-sn", "-dn", "-vf", graph, "-f", "null", "-"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return [("frame", int(number)) for number in FOUND.findall(done.stdout)]


version = subprocess.run([sys.argv[1], "-version"], capture_output=True, text=True, check=True)
print("version", version.stdout.split()[2])
each_file(sys.argv[2:], cuts)
