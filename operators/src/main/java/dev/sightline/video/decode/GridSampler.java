// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimeBase;

/**
 * Decides which frames are samples: sample k is the first frame with {@code pts - start >= k *
 * interval}. Works on PTS alone, so a variable frame rate needs no special case and the result does
 * not depend on where decoding began.
 *
 * <p>Time stamps that jump back by more than {@value #JUMP_MILLIS} ms are a new timeline inside the
 * same stream (a recorder that restarted, two recordings in one file). The grid then goes on after
 * a gap of one point, so that nothing behind the jump is lost and the break stays visible.
 */
final class GridSampler {

    /** B-frames and broken muxers reorder by less than this; a restart goes back by more. */
    static final long JUMP_MILLIS = 10_000;

    /** What a frame is to the grid. */
    enum Verdict {
        /** Not the first frame at or after a grid point. */
        BETWEEN,
        /** A sample, right behind the one before it. */
        SAMPLE,
        /** A sample, with grid points before it that have no frame. */
        SAMPLE_AFTER_GAP,
        /** A sample on a timeline that begins anew. */
        SAMPLE_AFTER_JUMP
    }

    private final TimeBase timeBase;
    private final long intervalMillis;
    private long start;
    private long highest;
    private long next;

    GridSampler(TimeBase timeBase, long start, long intervalMillis) {
        this.timeBase = timeBase;
        this.intervalMillis = intervalMillis;
        this.start = start;
        this.highest = start;
    }

    /** Takes the next frame in presentation order. */
    Verdict accept(long pts) {
        if (timeBase.toMillis(highest - pts) > JUMP_MILLIS) {
            restart(pts);
            return Verdict.SAMPLE_AFTER_JUMP;
        }
        highest = Math.max(highest, pts);
        long k = Math.floorDiv(timeBase.toMillis(pts - start), intervalMillis);
        if (k < next) {
            return Verdict.BETWEEN;
        }
        Verdict verdict = k == next ? Verdict.SAMPLE : Verdict.SAMPLE_AFTER_GAP;
        next = k + 1;
        return verdict;
    }

    private void restart(long pts) {
        long k = next + 1;
        start = pts - ticks(k * intervalMillis);
        highest = pts;
        next = k + 1;
    }

    private long ticks(long millis) {
        return Math.floorDiv(
                Math.multiplyExact(millis, (long) timeBase.denominator()),
                1000L * timeBase.numerator());
    }

    /** The grid point behind the last sample. */
    long next() {
        return next;
    }

    /** Milliseconds from the stream's start to a frame of the current timeline. */
    long mediaMs(long pts) {
        return timeBase.toMillis(pts - start);
    }
}
