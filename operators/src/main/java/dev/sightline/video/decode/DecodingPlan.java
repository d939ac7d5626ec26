// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimeBase;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decides which of the packets that were read the decoder is given, and how: those up to a sample,
 * and where a shot may begin the rest of a group of pictures too. What lies between the last sample
 * of a group and the next keyframe is left out.
 */
final class DecodingPlan {

    /** All frames are decoded for so long behind a place that had to be looked at closely. */
    private static final double DENSE_SECONDS = 1;

    /** What is to be done next. */
    enum Step {
        /** Give the decoder the next of the frames that were chosen. */
        SEND,
        /** Read a packet. */
        READ,
        /** Take the last frames of a group out of the decoder, and leave it. */
        DRAIN,
        /** Nothing is left. */
        END
    }

    private final GopQueue gops;
    private final PacketLookahead ahead;
    private final SkippedFrames skipped;
    private final boolean keyframesFirst;
    private final boolean changes;
    private final long denseTicks;
    private final Deque<CodedFrame> toSend = new ArrayDeque<>();
    private CodedFrame alone;

    DecodingPlan(
            GopQueue gops,
            PacketLookahead ahead,
            SkippedFrames skipped,
            DecoderSettings settings,
            TimeBase timeBase) {
        this.gops = gops;
        this.ahead = ahead;
        this.skipped = skipped;
        this.keyframesFirst =
                settings.policy() == SamplingPolicy.ECONOMY
                        || settings.policy() == SamplingPolicy.KEYFRAMES;
        this.changes = settings.changes();
        this.denseTicks = timeBase.ticks(DENSE_SECONDS);
    }

    /** What to do next. */
    Step next() {
        Step step = null;
        while (step == null) {
            step = toSend.isEmpty() ? choose() : Step.SEND;
        }
        return step;
    }

    /** The next frame for the decoder. */
    CodedFrame poll() {
        return toSend.poll();
    }

    /** Whether a frame is a keyframe on which no other wanted frame stands. */
    boolean isAlone(CodedFrame frame) {
        return alone == frame;
    }

    /** Whether a frame's own picture is looked at. */
    boolean isLookedAt(CodedFrame frame) {
        return frame.needed() || frame.pts() < denseUntil();
    }

    /** What was asked for in motion would be asked for again at the next frame. */
    private long denseUntil() {
        long asked = skipped.askedAt();
        return asked == Long.MIN_VALUE ? asked : asked + denseTicks;
    }

    /** Chooses frames, or says what to do; null if it is to be asked again. */
    private Step choose() {
        if (gops.isEmpty()) {
            return ahead.ended() ? Step.END : Step.READ;
        }
        Gop current = gops.current();
        if (decided(current)) {
            alone = current.keyframeWaitsAlone() && keyframesFirst ? current.keyframe() : null;
            return current.waits() ? takeNeeded(current) : finish(current);
        }
        if (current.waits() && !mayStayAlone(current)) {
            return takeNeeded(current);
        }
        return gops.full() && shrink(current) ? null : Step.READ;
    }

    private Step takeNeeded(Gop gop) {
        toSend.addAll(gop.takeNeeded());
        return null;
    }

    /** Decodes what may be left behind of a group that is too long to be kept, and forgets it. */
    private boolean shrink(Gop gop) {
        // What an edit list cuts away in front can be more than is kept, before there is a grid.
        toSend.addAll(
                ahead.begun()
                        ? gop.takeBefore(Math.min(ahead.placed() + 1, ahead.undecided()))
                        : gop.takeHidden());
        return !toSend.isEmpty() || gops.forgetSent();
    }

    /** A keyframe waits a while for the next one: if no other frame is wanted, it costs less. */
    private boolean mayStayAlone(Gop gop) {
        GridClock clock = ahead.clock();
        return keyframesFirst
                && gop.keyframeWaitsAlone()
                && clock.at(ahead.placed()) <= clock.at(gop.keyframe().pts()) + 1;
    }

    /** Whether no frame of the group can become a sample any more. */
    private boolean decided(Gop gop) {
        return ahead.ended()
                || gops.nextIsPlaced(ahead.placed()) && ahead.undecided() > gop.lastPts();
    }

    /**
     * Whether the rest of a group is decoded for the changes in it. Behind the last sample of all
     * nothing follows that would show that there was one.
     */
    private boolean searched(Gop gop) {
        boolean end = ahead.ended() && gops.isLast();
        return changes && (end || gops.shotMayBegin()) && !ahead.leadsIn(gop.lastPts());
    }

    private Step finish(Gop gop) {
        toSend.addAll(searched(gop) ? gop.takeAll() : gop.takeBefore(denseUntil()));
        if (toSend.isEmpty() && gops.nextNeeds()) {
            toSend.addAll(gop.takeAll());
            gops.chain();
        } else if (toSend.isEmpty() && gop.started()) {
            return Step.DRAIN;
        } else if (toSend.isEmpty()) {
            gops.leave();
        }
        return null;
    }
}
