# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors that the scene and match tests read; see README.md."""

import base64
import json
import pathlib
import sys

import av
import numpy
import onnxruntime
from PIL import Image
from tokenizers import Tokenizer

QUERIES = [
    "a cat", "a red coffee cup on a saucer", "a man with a camera on a tripod",
    "a dog running on a beach", "children playing football", "people swimming in a pool",
    "a dog playing in a park", "a red car",
]
CLIPS = ["01_dog.mp4", "04_coffee.mp4", "05_default_juggle.mp4", "car-detection.mp4"]

bundle, demo, clips = (pathlib.Path(argument) for argument in sys.argv[1:4])
model = json.loads((bundle / "model.json").read_text())
image_tower = onnxruntime.InferenceSession(bundle / model["image"]["file"])
text_tower = onnxruntime.InferenceSession(bundle / model["text"]["file"])
tokenizer = Tokenizer.from_file(str(bundle / model["text"]["tokenizer"]))


def encoded(array, kind):
    return base64.b64encode(numpy.asarray(array).astype(kind).tobytes()).decode()


def picture_vector(pixels):
    mean, deviation = (numpy.float32(model["image"][key]) for key in ("mean", "std"))
    values = (pixels.astype(numpy.float32) / 255 - mean) / deviation
    return image_tower.run(None, {"pixel_values": values.transpose(2, 0, 1)[None]})[0][0]


def query_vector(text):
    vectors = []
    for template in model["templates"]:
        ids = tokenizer.encode(template.replace("{}", text)).ids[: model["text"]["maxLength"]]
        feed = {"input_ids": [ids], "attention_mask": [[1] * len(ids)]}
        feed = {name: numpy.array(value, numpy.int64) for name, value in feed.items()}
        vectors.append(text_tower.run(None, feed)[0][0])
    mean = numpy.mean(vectors, 0)
    return mean / numpy.linalg.norm(mean)


def samples(path):
    """One sample a second: the first frame at or after each full second."""
    k = 0
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        start = None
        for frame in container.decode(stream):
            start = frame.pts if start is None else start
            seconds = (frame.pts - start) * stream.time_base
            if seconds < k:
                continue
            pixels = frame.to_image().convert("RGB").resize((224, 224), Image.BICUBIC)
            pixels = numpy.asarray(pixels)
            yield (path.name, k, frame.pts, stream.time_base, int(seconds * 1000),
                   encoded(picture_vector(pixels), "<f2"))
            k += 1


def write(name, rows):
    lines = ("\t".join(str(field) for field in row) + "\n" for row in rows)
    (pathlib.Path(__file__).parent / name).write_text("".join(lines))


write("reel.tsv", samples(demo / "reel.mp4"))
write("clips.tsv", (row for clip in CLIPS for row in samples(clips / clip)))
write("queries.tsv", ((text, encoded(query_vector(text), "<f2")) for text in QUERIES))
