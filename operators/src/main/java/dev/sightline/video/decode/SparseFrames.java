// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.sightline.video.change.Detail;
import java.util.function.LongFunction;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes as little as the samples need. Packets are read and kept until the grid has said which
 * frames are samples ({@link PacketLookahead}); only then are the packets up to a sample decoded
 * ({@link DecodingPlan}), frames that nothing refers to left out.
 *
 * <p>A stream that does not behave as its packets say (a sample that does not come out, a damaged
 * frame, time stamps out of order) ends in {@link SparseDecodingFailed}: then only decoding
 * everything tells what there is. Of the groups behind, the current one and those ahead, compressed
 * packets are kept up to {@value #MOST_KEPT_BYTES} bytes in all; more only while the grid cannot
 * say whether a frame is a sample.
 */
final class SparseFrames implements FrameSource {

    /** Four groups of pictures of eight seconds at 12 Mbit/s: one behind, two ahead. */
    static final long MOST_KEPT_BYTES = 48L << 20;

    private final OpenedVideo video;
    private final GopQueue gops;
    private final PacketLookahead ahead;
    private final SkippedFrames skipped;
    private final DecodingPlan plan;
    private boolean draining;
    private long pts = Long.MIN_VALUE;
    private long previous = Long.MIN_VALUE;
    private GridPoint point;

    /**
     * @param packets those of the video
     * @param gridFrom makes the grid, given the first frame's PTS
     * @param beginBefore the latest grid point that may be the first one; 0 if the video is read
     *     from its start
     */
    SparseFrames(
            OpenedVideo video,
            PacketSource packets,
            DecoderSettings settings,
            LongFunction<SamplingGrid> gridFrom,
            long beginBefore) {
        this(video, packets, settings, gridFrom, beginBefore, MOST_KEPT_BYTES);
    }

    SparseFrames(
            OpenedVideo video,
            PacketSource packets,
            DecoderSettings settings,
            LongFunction<SamplingGrid> gridFrom,
            long beginBefore,
            long mostKeptBytes) {
        Demuxer demuxer = video.demuxer();
        this.video = video;
        long memory = demuxer.timeBase().ticks(PacketSizes.MEMORY_SECONDS);
        this.gops = new GopQueue(mostKeptBytes, new PacketSizes(memory));
        this.ahead = new PacketLookahead(demuxer, packets, gops, gridFrom, beginBefore);
        this.skipped = new SkippedFrames(video, gops, settings.ignore());
        this.plan = new DecodingPlan(gops, ahead, skipped, settings, demuxer.timeBase());
    }

    /** Whether a stream is of a kind that can be decoded sparsely. */
    static boolean suits(Demuxer demuxer) {
        return demuxer.startPts().isPresent()
                && RandomAccess.of(demuxer.stream().codecpar()).known();
    }

    @Override
    public AVFrame next() throws MediaException, SparseDecodingFailed {
        gops.forgetBefore(pts);
        previous = pts;
        while (!video.decoder().receive(video.frame())) {
            if (draining) {
                leaveGop();
            } else if (!advance()) {
                return end();
            }
        }
        return checked();
    }

    /** A frame must be one that was asked for, whole, and behind no sample that is missing. */
    private AVFrame checked() throws SparseDecodingFailed {
        AVFrame frame = video.frame();
        pts = video.pts(AV_NOPTS_VALUE);
        boolean damaged =
                frame.decode_error_flags() != 0 || (frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0;
        if (damaged || !gops.holds(pts)) {
            throw new SparseDecodingFailed("a frame is damaged or was not expected");
        }
        ahead.refuseMissing(pts);
        point = ahead.pointAt(pts);
        return frame;
    }

    /** Does what is next; false if nothing is left. */
    private boolean advance() throws SparseDecodingFailed {
        DecodingPlan.Step step = plan.next();
        switch (step) {
            case SEND -> send(plan.poll());
            case READ -> ahead.read();
            case DRAIN -> {
                video.decoder().send(null);
                draining = true;
            }
            case END -> {
                return false;
            }
        }
        return true;
    }

    private void send(CodedFrame frame) {
        if (plan.isAlone(frame)) {
            video.decoder().sendAlone(frame.packet());
        } else if (plan.isLookedAt(frame)) {
            video.decoder().send(frame.packet());
        } else {
            video.decoder().sendAsReference(frame.packet());
        }
    }

    private void leaveGop() throws SparseDecodingFailed {
        draining = false;
        ahead.refuseMissing(gops.current().lastPts() + 1);
        video.decoder().flush();
        gops.leave();
    }

    private AVFrame end() throws MediaException {
        if (ahead.failure() != null) {
            throw ahead.failure();
        }
        return null;
    }

    @Override
    public long pts() {
        return pts;
    }

    @Override
    public GridPoint point() {
        return point;
    }

    @Override
    public Detail detail() {
        return skipped.between(previous, pts);
    }

    @Override
    public GridClock clock() {
        return ahead.clock();
    }

    @Override
    public void close() {
        skipped.close();
        gops.close();
        ahead.close();
    }
}
