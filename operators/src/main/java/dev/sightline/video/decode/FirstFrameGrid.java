// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.List;

/**
 * Sample k is the first frame with {@code pts - start >= k * interval}. Works on PTS alone, so a
 * variable frame rate needs no special case and the result does not depend on where decoding began.
 */
final class FirstFrameGrid implements SamplingGrid {

    private final GridClock clock;
    private final boolean keyframesOnly;

    /**
     * @param keyframesOnly whether other frames are never samples
     */
    FirstFrameGrid(GridClock clock, boolean keyframesOnly) {
        this.clock = clock;
        this.keyframesOnly = keyframesOnly;
    }

    @Override
    public List<GridPoint> accept(long pts, boolean keyframe) {
        clock.advance(pts);
        long k = clock.at(pts);
        boolean sample = k >= clock.next() && (keyframe || !keyframesOnly);
        List<GridPoint> points = sample ? List.of(clock.take(k, pts)) : List.of();
        clock.passed(pts);
        return points;
    }

    @Override
    public List<GridPoint> finish() {
        return List.of();
    }

    @Override
    public long undecided() {
        return NOTHING;
    }

    @Override
    public GridClock clock() {
        return clock;
    }
}
