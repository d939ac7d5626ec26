// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Sample k is the keyframe nearest to grid point k if there is one within half an interval; else
 * the first frame at or after the grid point. No frame is the sample of two grid points.
 */
final class NearestKeyframeGrid implements SamplingGrid {

    /** A frame with the one before it. */
    private record Candidate(long pts, long previous, long previousOrigin) {}

    private final GridClock clock;
    private Candidate keyframeBefore;
    private Candidate firstBehind;

    NearestKeyframeGrid(GridClock clock) {
        this.clock = clock;
    }

    @Override
    public List<GridPoint> accept(long pts, boolean keyframe) {
        List<GridPoint> points = new ArrayList<>(0);
        if (clock.advance(pts)) {
            keyframeBefore = null;
            firstBehind = null;
        }
        Candidate candidate = new Candidate(pts, clock.last(), clock.lastOrigin());
        boolean used = false;
        while (!used && decide(candidate, keyframe, points)) {
            used = points.get(points.size() - 1).pts() == pts;
        }
        clock.passed(pts);
        return points;
    }

    /**
     * One step with the newest frame; whether it made a sample, so that another step may follow.
     */
    private boolean decide(Candidate frame, boolean keyframe, List<GridPoint> points) {
        long since = clock.sinceMillis(clock.next(), frame.pts());
        long half = clock.intervalMillis() / 2;
        if (since > half) {
            return overdue(frame, points);
        }
        if (keyframe && since <= 0 && since >= -half) {
            keyframeBefore = frame;
        }
        if (keyframe && since >= 0) {
            boolean earlier =
                    keyframeBefore != null
                            && -clock.sinceMillis(clock.next(), keyframeBefore.pts()) <= since;
            return take(clock.next(), earlier ? keyframeBefore : frame, points);
        }
        if (since >= 0 && firstBehind == null) {
            firstBehind = frame;
        }
        return false;
    }

    /** No keyframe can be near enough any more. */
    private boolean overdue(Candidate frame, List<GridPoint> points) {
        if (keyframeBefore != null) {
            return take(clock.next(), keyframeBefore, points);
        }
        Candidate first = firstBehind == null ? frame : firstBehind;
        return take(clock.at(first.pts()), first, points);
    }

    private boolean take(long k, Candidate frame, List<GridPoint> points) {
        points.add(clock.take(k, frame.pts(), frame.previous(), frame.previousOrigin()));
        keyframeBefore = null;
        firstBehind = null;
        return true;
    }

    @Override
    public List<GridPoint> finish() {
        List<GridPoint> points = new ArrayList<>(1);
        // A keyframe shortly before a grid point that the stream did not reach is no sample of it.
        if (firstBehind != null) {
            overdue(firstBehind, points);
        }
        keyframeBefore = null;
        return points;
    }

    @Override
    public long undecided() {
        long keyframe = keyframeBefore == null ? NOTHING : keyframeBefore.pts();
        return firstBehind == null ? keyframe : Math.min(keyframe, firstBehind.pts());
    }

    @Override
    public GridClock clock() {
        return clock;
    }
}
