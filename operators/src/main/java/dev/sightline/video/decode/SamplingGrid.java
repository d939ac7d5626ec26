// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.List;

/** Decides, from time stamps alone, which frames of a stream are samples. */
interface SamplingGrid {

    /** Nothing is undecided. */
    long NOTHING = Long.MAX_VALUE;

    /**
     * Takes the next frame in presentation order.
     *
     * @param keyframe whether the frame can be decoded without any other
     * @return the samples that are certain now, in order; they may be frames taken earlier
     */
    List<GridPoint> accept(long pts, boolean keyframe);

    /** The samples that become certain because no frame follows. */
    List<GridPoint> finish();

    /** PTS of the earliest frame taken that may still become a sample, or {@link #NOTHING}. */
    long undecided();

    /** The timeline: where it starts and how far it is. */
    GridClock clock();

    /**
     * The grid of a policy.
     *
     * @param atOnce whether samples must be certain when their frame is taken, because it does not
     *     wait
     */
    static SamplingGrid of(SamplingPolicy policy, GridClock clock, boolean atOnce) {
        return switch (policy) {
            case EXACT, EVERYTHING -> new FirstFrameGrid(clock, false);
            case KEYFRAMES -> new FirstFrameGrid(clock, true);
            case ECONOMY ->
                    atOnce ? new FirstFrameGrid(clock, false) : new NearestKeyframeGrid(clock);
        };
    }
}
