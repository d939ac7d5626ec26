// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A compressed frame that waits to be decoded, or to be forgotten. Owns its packet. */
final class CodedFrame implements AutoCloseable {

    private final Gop gop;
    private final AVPacket packet;
    private final long pts;
    private final long dts;
    private final int size;
    private final boolean shown;
    private boolean needed;
    private boolean conspicuous;

    /**
     * @param packet is shared, not copied: FFmpeg counts who holds it
     */
    CodedFrame(AVPacket packet, Gop gop) {
        this.gop = gop;
        this.packet = av_packet_clone(packet);
        this.pts = packet.pts();
        this.dts = packet.dts();
        this.size = packet.size();
        this.shown = (packet.flags() & AV_PKT_FLAG_DISCARD) == 0;
    }

    AVPacket packet() {
        return packet;
    }

    long pts() {
        return pts;
    }

    long dts() {
        return dts;
    }

    /** Compressed bytes. */
    int size() {
        return size;
    }

    /** False for frames that an edit list cuts away: decoded for others, never given out. */
    boolean shown() {
        return shown;
    }

    /** Whether the picture itself is wanted, not only as a reference of others. */
    boolean needed() {
        return needed;
    }

    void need() {
        needed = true;
        gop.need(this);
    }

    /** Says that it may be the first frame of a shot, by its packet. */
    void standsOut() {
        conspicuous = true;
    }

    boolean conspicuous() {
        return conspicuous;
    }

    /** The group that it belongs to. */
    Gop gop() {
        return gop;
    }

    /** Whether it is shown before its group's keyframe, so that it needs the group before. */
    boolean leading() {
        return gop.leading(this);
    }

    /** Whether decoding can begin here. */
    boolean keyframe() {
        return gop.keyframe() == this;
    }

    @Override
    public void close() {
        av_packet_free(packet);
    }
}
