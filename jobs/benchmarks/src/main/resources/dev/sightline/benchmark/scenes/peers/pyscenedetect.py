# SPDX-License-Identifier: Apache-2.0
"""PySceneDetect with the defaults of its Python interface: pyscenedetect.py DETECTOR [FILE...]"""
import sys

import scenedetect
from peer import each_file

DETECTORS = {
    "content": scenedetect.ContentDetector,
    "adaptive": scenedetect.AdaptiveDetector,
    "hash": scenedetect.HashDetector,
}


def cuts(path):
    scenes = scenedetect.detect(path, DETECTORS[sys.argv[1]]())
    return [("offset", start.seconds) for start, _ in scenes[1:]]


print("version", scenedetect.__version__)
each_file(sys.argv[2:], cuts)
