# SPDX-License-Identifier: Apache-2.0
"""Reads exports back with the libraries that editors and players build on, and prints what is in them.

usage: read_back.py edl FILE RATE | otio FILE | vtt FILE
"""
import sys
from fractions import Fraction

kind, path = sys.argv[1], sys.argv[2]


def frames(time_range):
    return f"{time_range.start_time.value:.0f}+{time_range.duration.value:.0f}"


def timecode(time_range):
    # Locators have colons, as in all edit lists, and the adapter takes those for non-drop.
    start = time_range.start_time
    return start.to_timecode(start.rate, drop_frame=False)


def show(timeline, place):
    import opentimelineio as otio

    for track in timeline.tracks:
        print("track", track.kind, f"{track.duration().rate:.3f}" if len(track) else "empty")
        for child in track:
            if isinstance(child, otio.schema.Gap):
                print("gap", frames(child.source_range))
                continue
            placed = frames(child.range_in_parent())
            print("clip", child.name, frames(child.source_range), "at", placed)
            for marker in child.markers:
                print("marker", place(marker.marked_range), marker.name)


if kind == "edl":
    import opentimelineio as otio

    timeline = otio.adapters.read_from_file(path, rate=float(Fraction(sys.argv[3])))
    print("title", timeline.name)
    show(timeline, timecode)
elif kind == "otio":
    import opentimelineio as otio

    timeline = otio.adapters.read_from_file(path)
    print("title", timeline.name)
    show(timeline, frames)
    for clip in timeline.find_clips():
        reference = clip.media_reference
        print("media", getattr(reference, "target_url", "missing"))
else:
    import webvtt

    for caption in webvtt.read(path):
        print(caption.identifier, caption.start, caption.end, caption.raw_text)
