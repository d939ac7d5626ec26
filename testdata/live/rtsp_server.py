# SPDX-License-Identifier: Apache-2.0
"""An RTSP server on loopback for tests: cameras whose picture is the sender's clock, and H.264 files.

    rtsp_server.py [--port PORT] [--login NAME:PASSWORD] [--udp] [--rate FPS] MOUNT...

A MOUNT is NAME=clock or NAME=FILE.mp4. A clock is 128x128 pixels, its number the Unix time in
milliseconds at which the picture was drawn, in the cells that CounterPicture.java reads. A file is
sent as it is coded, in real time, over and over. Sender reports carry the time of the capture.

Prints READY PORT. Ends when its standard input does, so that it does not outlive who started it, and
with exit code 3 where GStreamer is not installed.
"""

import argparse
import sys
import threading
import time

MISSING = 3
SIZE = 128
CELLS = 8
KEYFRAME_SECONDS = 1

try:
    import gi

    gi.require_version("Gst", "1.0")
    gi.require_version("GstApp", "1.0")
    gi.require_version("GstRtsp", "1.0")
    gi.require_version("GstRtspServer", "1.0")
    from gi.repository import GLib, Gst, GstApp, GstRtsp, GstRtspServer  # noqa: F401

    Gst.init(None)
except (ImportError, ValueError) as e:
    print(f"{e}", file=sys.stderr)
    sys.exit(MISSING)

NEEDED = ["appsrc", "openh264enc", "h264parse", "rtph264pay", "qtdemux", "rtpbin"]


def checksum(value):
    """CRC-16/CCITT-FALSE of six bytes."""
    crc = 0xFFFF
    for byte in value.to_bytes(6, "big"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def clock_picture(millis):
    """The number and its checksum, one cell a bit, as I420."""
    code = millis << 16 | checksum(millis)
    cell = SIZE // CELLS
    luma = bytearray()
    for row in range(CELLS):
        bits = code >> (CELLS * (CELLS - 1 - row)) & 0xFF
        line = b"".join(
            (b"\xeb" if bits >> (CELLS - 1 - column) & 1 else b"\x10") * cell
            for column in range(CELLS)
        )
        luma += line * cell
    return bytes(luma) + b"\x80" * (SIZE * SIZE // 2)


class Clock:
    """Pictures of the sender's clock."""

    def __init__(self, rate):
        self.rate = rate
        self.launch = (
            "( appsrc name=source is-live=true format=time do-timestamp=true "
            f"caps=video/x-raw,format=I420,width={SIZE},height={SIZE},framerate={rate}/1 "
            f"! openh264enc gop-size={rate * KEYFRAME_SECONDS} multi-thread=1 complexity=low "
            "! h264parse config-interval=-1 ! rtph264pay name=pay0 pt=96 )"
        )

    def units(self, running_time):
        number = 0
        while True:
            yield number / self.rate, lambda: Gst.Buffer.new_wrapped(
                clock_picture(time.time_ns() // 1_000_000)
            )
            number += 1


class File:
    """The coded pictures of a file, over and over."""

    def __init__(self, path):
        self.coded = []
        pipeline = Gst.parse_launch(
            "filesrc name=file ! qtdemux ! h264parse config-interval=-1 "
            "! video/x-h264,stream-format=byte-stream,alignment=au ! appsink name=sink sync=false"
        )
        pipeline.get_by_name("file").set_property("location", path)
        sink = pipeline.get_by_name("sink")
        pipeline.set_state(Gst.State.PLAYING)
        while sample := sink.pull_sample():
            self.coded.append(sample.get_buffer())
            self.caps = sample.get_caps().to_string()
        pipeline.set_state(Gst.State.NULL)
        if not self.coded:
            sys.exit(f"no H.264 in {path}")
        self.first = min(unit.dts for unit in self.coded)
        last = max(unit.pts + unit.duration for unit in self.coded)
        self.duration = last - min(unit.pts for unit in self.coded)
        self.launch = (
            f'( appsrc name=source is-live=true format=time caps="{self.caps}" '
            "! h264parse config-interval=-1 ! rtph264pay name=pay0 pt=96 )"
        )

    def units(self, running_time):
        turn = 0
        while True:
            for unit in self.coded:
                offset = turn * self.duration - self.first
                yield (unit.dts + offset) / Gst.SECOND, lambda: self.timed(
                    unit, running_time + offset
                )
            turn += 1

    @staticmethod
    def timed(unit, offset):
        # Python's plain copy would be the same buffer under another name.
        copy = unit.copy_deep()
        copy.pts += offset
        copy.dts += offset
        return copy


class Feed:
    """Pushes the units of one connection when they are due."""

    def __init__(self, media, source):
        self.appsrc = media.get_element().get_by_name_recurse_up("source")
        self.source = source
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        media.connect("unprepared", lambda _: self.ended.set())
        self.thread.start()

    def run(self):
        # Before the pipeline plays there is no running time to stamp anything with.
        while self.appsrc.get_current_running_time() == Gst.CLOCK_TIME_NONE:
            if self.ended.wait(0.01):
                return
        began = time.monotonic()
        for due, unit in self.source.units(self.appsrc.get_current_running_time()):
            if self.ended.wait(max(0, began + due - time.monotonic())):
                return
            if self.appsrc.push_buffer(unit()) != Gst.FlowReturn.OK:
                return


def factory_of(source, options):
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(source.launch)
    factory.set_shared(True)
    protocols = GstRtsp.RTSPLowerTrans.TCP
    if options.udp:
        protocols |= GstRtsp.RTSPLowerTrans.UDP
    factory.set_protocols(protocols)
    factory.connect("media-configure", lambda _, media: Feed(media, source))
    if options.login:
        permissions = GstRtspServer.RTSPPermissions()
        for right in ("access", "construct"):
            permissions.add_permission_for_role("viewer", f"media.factory.{right}", True)
        factory.set_permissions(permissions)
    return factory


def login(name, password):
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    auth.add_digest(name, password, token)
    return auth


def serve(options):
    server = GstRtspServer.RTSPServer()
    if options.login:
        server.set_auth(login(*options.login.split(":", 1)))
    server.set_address("127.0.0.1")
    server.set_service(str(options.port))
    mounts = server.get_mount_points()
    for mount in options.mounts:
        name, _, what = mount.partition("=")
        source = Clock(options.rate) if what == "clock" else File(what)
        mounts.add_factory("/" + name, factory_of(source, options))
    if server.attach(None) == 0:
        sys.exit(f"cannot listen on port {options.port}")
    print("READY", server.get_bound_port(), flush=True)
    loop = GLib.MainLoop()
    threading.Thread(target=lambda: (sys.stdin.read(), loop.quit()), daemon=True).start()
    loop.run()


def main():
    for name in NEEDED:
        if Gst.ElementFactory.find(name) is None:
            print(f"GStreamer has no {name}", file=sys.stderr)
            sys.exit(MISSING)
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--login")
    parser.add_argument("--udp", action="store_true")
    parser.add_argument("--rate", type=int, default=10)
    parser.add_argument("mounts", nargs="+")
    serve(parser.parse_args())


main()
