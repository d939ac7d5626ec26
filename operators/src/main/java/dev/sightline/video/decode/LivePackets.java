// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PRFT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.WallSource;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * The packets of a live stream. They end where the time stamps jump, and go on behind when that is
 * asked for; each tells a clock when it arrived, and what the sender says of its wall time. One
 * thread; does not own the demuxer.
 */
final class LivePackets implements PacketSource, AutoCloseable {

    /** B-frames and jitter of senders stay below this. */
    private static final Duration LARGEST_STEP_BACK = Duration.ofSeconds(1);

    /** A sender may leave out frames; one that leaves out more, without a pause, has jumped. */
    private static final Duration LARGEST_STEP_AHEAD = Duration.ofSeconds(10);

    /** What takes longer than to hand out a packet that is there already. */
    private static final Duration NO_TIME = Duration.ofMillis(3);

    private final Demuxer demuxer;
    private final Medium medium;
    private final Duration patience;
    private final Clock host;
    private final AVPacket held = av_packet_alloc();
    private final AVPacket first = av_packet_alloc();
    private final BitRate rate = new BitRate();
    private LiveClock clock;
    private boolean holds;
    private boolean cut;
    private boolean over;
    private long previous = AV_NOPTS_VALUE;
    private Instant previousAt;
    private Instant lastFrame;
    private DatedBytes.Segment segment;
    private long segmentPts;

    /**
     * @param medium what is known of the stream
     * @param patience how long packets may come from which no frame is made
     * @param connecting when the connection was begun
     */
    LivePackets(Demuxer demuxer, Medium medium, Duration patience, Clock host, Instant connecting) {
        this.demuxer = demuxer;
        this.medium = medium;
        this.patience = patience;
        this.host = host;
        this.clock = new LiveClock(demuxer.timeBase(), connecting, medium.recorded());
        this.lastFrame = host.instant();
    }

    @Override
    public boolean read(AVPacket packet) throws MediaException {
        if (cut || over) {
            return false;
        }
        Instant before = host.instant();
        if (holds) {
            av_packet_move_ref(packet, held);
            holds = false;
        } else if (!readNext(packet)) {
            return false;
        }
        arrived(packet, before);
        return true;
    }

    private boolean readNext(AVPacket packet) throws MediaException {
        refuseUndecoded();
        if (!readStamped(packet)) {
            over = medium.finite().getAsBoolean();
            if (over) {
                return false;
            }
            throw new MediaException(Category.DECODE, "ended by its sender");
        }
        refuseFlood(packet);
        if (jumped(packet)) {
            av_packet_move_ref(held, packet);
            holds = true;
            cut = true;
        }
        return !cut;
    }

    /** Only of those who send as they go; others are read as fast as that can be. */
    private void refuseFlood(AVPacket packet) throws MediaException {
        if (!medium.waits() && rate.isExceededBy(packet.size(), host.instant())) {
            throw new MediaException(
                    Category.DECODE,
                    "sends more than " + BitRate.MOST_BITS_PER_SECOND / 1_000_000 + " Mbit/s");
        }
    }

    private void refuseUndecoded() throws MediaException {
        if (Duration.between(lastFrame, host.instant()).compareTo(patience) > 0) {
            throw new MediaException(
                    Category.DECODE,
                    "sends packets, but none could be decoded for " + patience.toSeconds() + " s");
        }
    }

    /**
     * The first packet of RTSP often has no time stamp although it is a keyframe, for which one
     * would wait long: it gets one from the packet behind it.
     */
    private boolean readStamped(AVPacket packet) throws MediaException {
        boolean more = demuxer.read(packet);
        if (!more || previous != AV_NOPTS_VALUE || packet.pts() != AV_NOPTS_VALUE) {
            return more;
        }
        while (more && packet.pts() == AV_NOPTS_VALUE) {
            refuseUndecoded();
            av_packet_unref(first);
            av_packet_move_ref(first, packet);
            more = demuxer.read(packet);
        }
        if (more) {
            first.pts(packet.pts() - frameTicks());
            first.dts(decodingTime(packet) - frameTicks());
            av_packet_move_ref(held, packet);
            holds = true;
            av_packet_move_ref(packet, first);
        }
        return more;
    }

    private long frameTicks() {
        AVRational rate = demuxer.stream().avg_frame_rate();
        boolean known = rate.num() > 0 && rate.den() > 0;
        return known ? demuxer.timeBase().ticks((double) rate.den() / rate.num()) : 1;
    }

    private static long decodingTime(AVPacket packet) {
        return packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    }

    /** Ahead only as far as time has passed: a stream that paused may go on where it is now. */
    private boolean jumped(AVPacket packet) {
        long time = decodingTime(packet);
        if (previous == AV_NOPTS_VALUE || time == AV_NOPTS_VALUE) {
            return false;
        }
        long stepMs = demuxer.timeBase().toMillis(time - previous);
        long passedMs = Duration.between(previousAt, host.instant()).toMillis();
        return stepMs < -LARGEST_STEP_BACK.toMillis()
                || stepMs > passedMs + LARGEST_STEP_AHEAD.toMillis();
    }

    private void arrived(AVPacket packet, Instant before) {
        Instant now = host.instant();
        boolean waitedFor = Duration.between(before, now).compareTo(NO_TIME) > 0;
        previous = decodingTime(packet);
        previousAt = now;
        if (packet.pts() == AV_NOPTS_VALUE) {
            return;
        }
        Instant produced = produced(packet);
        if (produced != null) {
            clock.arrived(packet.pts(), now, waitedFor, produced, WallSource.RTCP);
        } else {
            clock.arrived(
                    packet.pts(), now, waitedFor, dated(packet), WallSource.PROGRAM_DATE_TIME);
        }
    }

    /** Wall time by the sender's reports, which FFmpeg attaches once one has come. */
    private static Instant produced(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1);
                BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, size)) {
            if (data == null || data.isNull() || size.get() < Long.BYTES) {
                return null;
            }
            long micros =
                    data.capacity(Long.BYTES)
                            .asByteBuffer()
                            .order(ByteOrder.nativeOrder())
                            .getLong();
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }
    }

    private Instant dated(AVPacket packet) {
        if (medium.dates() == null || packet.pos() < 0) {
            return null;
        }
        DatedBytes.Segment in = medium.dates().at(packet.pos());
        if (in == null || in.date() == null) {
            return null;
        }
        if (!in.equals(segment)) {
            segment = in;
            segmentPts = packet.pts();
        }
        if (segmentPts == AV_NOPTS_VALUE) {
            return null;
        }
        return in.date().plusMillis(demuxer.timeBase().toMillis(packet.pts() - segmentPts));
    }

    /** A frame came out of the decoder. */
    void decoded() {
        lastFrame = host.instant();
    }

    /** The clock of the timeline. */
    LiveClock clock() {
        return clock;
    }

    /** Goes on with a new timeline, where the time stamps have jumped or decoding began anew. */
    void goOn() {
        if (cut) {
            // Of the rest of a segment in which they jumped, nobody knows the date.
            segmentPts = AV_NOPTS_VALUE;
        }
        cut = false;
        clock = clock.another();
    }

    /** Whether nothing will follow for good. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        av_packet_free(held);
        av_packet_free(first);
    }
}
