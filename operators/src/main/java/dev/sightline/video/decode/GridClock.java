// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimeBase;

/**
 * The timeline under a sampling grid: which grid point a PTS belongs to, and which one is next.
 *
 * <p>Time stamps that jump back by more than {@value #JUMP_MILLIS} ms are a new timeline inside the
 * same stream (a recorder that restarted, two recordings in one file). The grid then goes on after
 * a gap of one point, so that nothing behind the jump is lost and the break stays visible.
 */
final class GridClock {

    /** B-frames and broken muxers reorder by less than this; a restart goes back by more. */
    static final long JUMP_MILLIS = 10_000;

    private final TimeBase timeBase;
    private final long intervalMillis;
    private final long start;
    private long origin;
    private long highest;
    private long last;
    private long lastOrigin;
    private long next;

    /**
     * @param start PTS of grid point 0
     * @param next the first grid point to have a sample
     */
    GridClock(TimeBase timeBase, long start, long intervalMillis, long next) {
        this.timeBase = timeBase;
        this.intervalMillis = intervalMillis;
        this.start = start;
        this.origin = start;
        this.lastOrigin = start;
        this.next = next;
        this.highest = Long.MIN_VALUE;
        this.last = start;
    }

    /**
     * Takes the next frame's PTS, without deciding anything.
     *
     * @return whether it begins a new timeline, whose first frame is a sample
     */
    boolean advance(long pts) {
        boolean jumped = highest != Long.MIN_VALUE && millis(highest - pts) > JUMP_MILLIS;
        if (jumped) {
            origin = pts - ticks((next + 1) * intervalMillis);
            highest = pts;
        }
        highest = Math.max(highest, pts);
        return jumped;
    }

    /** Remembers the frame as the one before the next. */
    void passed(long pts) {
        last = pts;
        lastOrigin = origin;
    }

    /** The grid point at or before a PTS. */
    long at(long pts) {
        return Math.floorDiv(millis(pts - origin), intervalMillis);
    }

    /** Milliseconds from a grid point to a PTS; negative if the PTS is earlier. */
    long sinceMillis(long k, long pts) {
        return millis(pts - origin) - k * intervalMillis;
    }

    /** Makes a frame the sample of grid point k. */
    GridPoint take(long k, long pts, long previous, long previousOrigin) {
        GridPoint point = new GridPoint(k, next, pts, origin, previous, previousOrigin);
        next = k + 1;
        return point;
    }

    /** Makes the frame that was just taken the sample of grid point k. */
    GridPoint take(long k, long pts) {
        return take(k, pts, last, lastOrigin);
    }

    /** The grid point behind the last sample. */
    long next() {
        return next;
    }

    long intervalMillis() {
        return intervalMillis;
    }

    /** PTS of grid point 0 of the first timeline. */
    long start() {
        return start;
    }

    /** PTS of the last frame; the start before the first. */
    long last() {
        return last;
    }

    /** Milliseconds from the stream's start to the last frame. */
    long lastMs() {
        return millis(last - lastOrigin);
    }

    long lastOrigin() {
        return lastOrigin;
    }

    private long millis(long ticks) {
        return timeBase.toMillis(ticks);
    }

    private long ticks(long millis) {
        return Math.floorDiv(
                Math.multiplyExact(millis, (long) timeBase.denominator()),
                1000L * timeBase.numerator());
    }
}
