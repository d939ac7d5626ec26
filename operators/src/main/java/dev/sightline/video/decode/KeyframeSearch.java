// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Looks for the last keyframe at or before a PTS. Some containers call frames so that are none; the
 * bit stream knows better, but broadcasts may have hardly any that it is sure of.
 */
final class KeyframeSearch {

    private final Demuxer demuxer;
    private final long target;
    private final RandomAccess access;
    private OptionalLong sure = OptionalLong.empty();
    private OptionalLong flagged = OptionalLong.empty();

    KeyframeSearch(Demuxer demuxer, long target) {
        this.demuxer = demuxer;
        this.target = target;
        this.access = RandomAccess.of(demuxer.stream().codecpar());
    }

    /** One at which every decoder can begin. */
    OptionalLong sure() {
        return sure;
    }

    /** That one, or else the last that the container calls so. */
    OptionalLong best() {
        return sure.isPresent() ? sure : flagged;
    }

    /**
     * Reads on to the target.
     *
     * @param start PTS of the stream's start
     * @param ticks how far before the target to begin
     * @throws SparseDecodingFailed if the container cannot be sought in
     */
    void from(long start, long ticks) throws SparseDecodingFailed, MediaException {
        demuxer.seek(Math.max(start, target - ticks));
        AVPacket packet = av_packet_alloc();
        try {
            while (demuxer.read(packet) && look(packet)) {
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
    }

    /** Whether there may be more. */
    private boolean look(AVPacket packet) {
        long pts = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        if (packet.dts() != AV_NOPTS_VALUE && packet.dts() > target) {
            return false;
        }
        boolean keyframe = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        if (keyframe && pts != AV_NOPTS_VALUE && pts <= target) {
            flagged = OptionalLong.of(Math.max(pts, flagged.orElse(pts)));
            if (access.begins(packet)) {
                sure = OptionalLong.of(pts);
            }
        }
        return true;
    }
}
