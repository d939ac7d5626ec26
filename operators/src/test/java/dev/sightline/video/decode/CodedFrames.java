// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Coded frames that hold nothing but their figures. Frees them. */
final class CodedFrames implements AutoCloseable {

    /** PTS that are remembered. */
    static final long MEMORY = 200;

    private final GopQueue gops;

    CodedFrames() {
        this(1 << 24);
    }

    /**
     * @param mostBytes most that is kept
     */
    CodedFrames(long mostBytes) {
        Natives.load();
        gops = new GopQueue(mostBytes, new PacketSizes(MEMORY));
    }

    GopQueue gops() {
        return gops;
    }

    CodedFrame keyframe(long pts, int size) throws SparseDecodingFailed {
        return add(pts, pts, size, true);
    }

    CodedFrame frame(long pts, int size) throws SparseDecodingFailed {
        return add(pts, pts, size, false);
    }

    CodedFrame add(long pts, long dts, int size, boolean keyframe) throws SparseDecodingFailed {
        AVPacket packet = av_packet_alloc();
        av_new_packet(packet, size);
        packet.pts(pts);
        packet.dts(dts);
        CodedFrame frame = gops.add(packet, keyframe);
        av_packet_free(packet);
        return frame;
    }

    @Override
    public void close() {
        gops.close();
    }
}
