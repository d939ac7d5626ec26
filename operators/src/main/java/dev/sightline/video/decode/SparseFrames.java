// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.sightline.video.change.Detail;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes as little as the samples need. Packets are read and kept; the grid says, from their time
 * stamps alone, which frames are samples; only then are the packets up to a sample decoded, frames
 * that nothing refers to left out. What lies between the last sample of a group of pictures and the
 * next keyframe is never decoded.
 *
 * <p>A stream that does not behave as its packets say (a sample that does not come out, a damaged
 * frame, time stamps out of order) ends in {@link SparseDecodingFailed}: then only decoding
 * everything tells what there is. Of the groups behind, and of the current one while the grid
 * decides, compressed packets are kept up to {@value #MOST_KEPT_BYTES} bytes each.
 */
final class SparseFrames implements FrameSource {

    /** Two groups of pictures of eight seconds at 12 Mbit/s. */
    static final long MOST_KEPT_BYTES = 24L << 20;

    /** All frames are decoded for so long behind a place that had to be looked at closely. */
    private static final double DENSE_SECONDS = 1;

    private final OpenedVideo video;
    private final LongFunction<SamplingGrid> gridFrom;
    private final boolean keyframesFirst;
    private final boolean changes;
    private final RandomAccess randomAccess;
    private final AVPacket packet = av_packet_alloc();
    private final PresentationOrder order = new PresentationOrder();
    private final GopQueue gops = new GopQueue(MOST_KEPT_BYTES);
    private final Deque<CodedFrame> toSend = new ArrayDeque<>();
    private final TreeMap<Long, GridPoint> points = new TreeMap<>();
    private final SkippedFrames skipped;
    private final long beginBefore;
    private final long denseTicks;
    private SamplingGrid grid;
    private MediaException failure;
    private boolean entering;
    private boolean ended;
    private boolean draining;
    private CodedFrame alone;
    private long pts = Long.MIN_VALUE;
    private long previous = Long.MIN_VALUE;
    private GridPoint point;

    /**
     * @param gridFrom makes the grid, given the first frame's PTS
     * @param beginBefore the latest grid point that may be the first one; 0 if the video is read
     *     from its start
     */
    SparseFrames(
            OpenedVideo video,
            DecoderSettings settings,
            LongFunction<SamplingGrid> gridFrom,
            long beginBefore) {
        this.video = video;
        this.skipped = new SkippedFrames(video, gops);
        this.beginBefore = beginBefore;
        this.entering = beginBefore > 0;
        this.keyframesFirst =
                settings.policy() == SamplingPolicy.ECONOMY
                        || settings.policy() == SamplingPolicy.KEYFRAMES;
        this.changes = settings.changes();
        this.gridFrom = gridFrom;
        this.randomAccess = RandomAccess.of(video.demuxer().stream().codecpar());
        this.denseTicks = video.demuxer().timeBase().ticks(DENSE_SECONDS);
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
        while (true) {
            if (video.decoder().receive(video.frame())) {
                return checked();
            } else if (!toSend.isEmpty()) {
                send(toSend.poll());
            } else if (draining) {
                leaveGop();
            } else if (!plan()) {
                return end();
            }
        }
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
        missing(pts);
        point = points.remove(pts);
        return frame;
    }

    private void missing(long before) throws SparseDecodingFailed {
        if (!points.isEmpty() && points.firstKey() < before) {
            throw new SparseDecodingFailed("a frame did not come out of the decoder");
        }
    }

    private void send(CodedFrame frame) {
        if (alone == frame) {
            video.decoder().sendAlone(frame.packet());
        } else if (frame.needed() || frame.pts() < denseUntil()) {
            video.decoder().send(frame.packet());
        } else {
            video.decoder().sendAsReference(frame.packet());
        }
    }

    /** What was asked for in motion would be asked for again at the next frame. */
    private long denseUntil() {
        long asked = skipped.askedAt();
        return asked == Long.MIN_VALUE ? asked : asked + denseTicks;
    }

    /** Decides what to do next; false if nothing is left. */
    private boolean plan() throws SparseDecodingFailed {
        if (gops.isEmpty()) {
            return !ended && read();
        }
        Gop current = gops.current();
        if (decided(current)) {
            alone = current.keyframeWaitsAlone() && keyframesFirst ? current.keyframe() : null;
            if (current.waits()) {
                toSend.addAll(current.takeNeeded());
            } else {
                finish(current);
            }
        } else if (current.waits() && !mayStayAlone(current)) {
            toSend.addAll(current.takeNeeded());
        } else if (!gops.full() || !shrink(current)) {
            return read();
        }
        return true;
    }

    /** Decodes what may be left behind of a group that is too long to be kept, and forgets it. */
    private boolean shrink(Gop gop) {
        toSend.addAll(gop.takeBefore(Math.min(order.released() + 1, grid.undecided())));
        return !toSend.isEmpty() || gops.forgetSent();
    }

    /** A keyframe waits a while for the next one: if no other frame is wanted, it costs less. */
    private boolean mayStayAlone(Gop gop) {
        GridClock clock = grid.clock();
        return keyframesFirst
                && gop.keyframeWaitsAlone()
                && clock.at(order.released()) <= clock.at(gop.keyframe().pts()) + 1;
    }

    /** Whether no frame of the group can become a sample any more. */
    private boolean decided(Gop gop) {
        return ended || (gops.nextIsPlaced(order.released()) && grid.undecided() > gop.lastPts());
    }

    private void finish(Gop gop) {
        boolean searched = changes && gops.shotMayBegin();
        toSend.addAll(searched ? gop.takeAll() : gop.takeBefore(denseUntil()));
        if (!toSend.isEmpty()) {
            return;
        }
        if (gops.nextNeeds()) {
            toSend.addAll(gop.takeAll());
            gops.chain();
        } else if (gop.started()) {
            video.decoder().send(null);
            draining = true;
        } else {
            gops.leave();
        }
    }

    private void leaveGop() throws SparseDecodingFailed {
        draining = false;
        missing(gops.current().lastPts() + 1);
        video.decoder().flush();
        gops.leave();
    }

    private boolean read() throws SparseDecodingFailed {
        boolean more = false;
        try {
            more = video.demuxer().read(packet);
        } catch (MediaException e) {
            // What was read before comes first.
            failure = e;
        }
        if (more) {
            take();
        } else if (entering && gops.isEmpty()) {
            throw new SparseDecodingFailed("no place to begin");
        } else {
            ended = true;
            order.end();
        }
        place();
        if (ended && grid != null) {
            grid.finish().forEach(this::want);
        }
        return true;
    }

    private void take() throws SparseDecodingFailed {
        if (packet.pts() == AV_NOPTS_VALUE) {
            throw new SparseDecodingFailed("a packet has no time stamp");
        }
        boolean begins = randomAccess.begins(packet);
        if (entered(begins)) {
            order.add(gops.add(packet, begins));
        }
        av_packet_unref(packet);
    }

    /** Whether the frame can be decoded although reading did not begin at the start. */
    private boolean entered(boolean begins) {
        if (!entering) {
            return true;
        }
        if (gops.isEmpty()) {
            return begins;
        }
        entering = !begins;
        return begins || packet.pts() > gops.current().keyframe().pts();
    }

    /** Asks the grid about each frame whose place in presentation order is certain. */
    private void place() throws SparseDecodingFailed {
        for (CodedFrame next = order.poll(); next != null; next = order.poll()) {
            if (grid == null) {
                begin(next.pts());
            }
            grid.accept(next.pts(), next.keyframe()).forEach(this::want);
        }
    }

    private void begin(long firstPts) throws SparseDecodingFailed {
        grid = gridFrom.apply(firstPts);
        if (grid.clock().next() > beginBefore) {
            throw new SparseDecodingFailed("reading began too late");
        }
    }

    private void want(GridPoint wanted) {
        points.put(wanted.pts(), wanted);
        gops.need(wanted.pts());
    }

    private AVFrame end() throws MediaException {
        if (failure != null) {
            throw failure;
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
        return grid.clock();
    }

    @Override
    public void close() {
        skipped.close();
        gops.close();
        av_packet_free(packet);
    }
}
