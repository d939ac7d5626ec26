// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import dev.sightline.video.TimeBase;
import java.util.List;

/**
 * What speaks for and against a cut at a step.
 *
 * @param difference of the step
 * @param neighbours third largest difference of the steps around it
 * @param sides largest difference of each side within itself, over {@value #SIDE_SECONDS} s
 * @param persistence least difference of a picture before and a picture after the step
 * @param peak whether the step is the largest of those next to it
 */
record CutEvidence(
        double difference, double neighbours, double sides, double persistence, boolean peak) {

    private static final double NEIGHBOUR_SECONDS = 0.25;
    private static final double SIDE_SECONDS = 0.13;
    private static final double PEAK_SECONDS = 0.09;
    private static final double MEMORY_SECONDS = 0.45;

    private static final int SAMPLES = 4;

    static CutEvidence of(List<Step> steps, int at, TimeBase timeBase) {
        Surroundings around = new Surroundings(steps, at, timeBase);
        double difference = steps.get(at).difference();
        double neighbours = around.thirdLargest(NEIGHBOUR_SECONDS);
        boolean peak = around.largest(PEAK_SECONDS);
        CutEvidence best = new CutEvidence(difference, neighbours, 0, difference, peak);
        if (!best.cut()) {
            return best;
        }
        double sides = around.sides(SIDE_SECONDS);
        CutEvidence better = new CutEvidence(difference, neighbours, sides, difference, peak);
        if (!better.cut()) {
            return better;
        }
        double persistence = around.closest(MEMORY_SECONDS, SAMPLES);
        return new CutEvidence(difference, neighbours, sides, persistence, peak);
    }

    boolean cut() {
        return peak && score() >= 0.5;
    }

    boolean lasting() {
        return persistence >= Math.min(0.5 * difference, 0.6);
    }

    double score() {
        double quiet = ChangeFinder.CLOSER_LOOK;
        double sharp = difference / Math.max(quiet, neighbours);
        double steady = difference / Math.max(quiet, sides);
        double z =
                8 * (Math.min(1, difference) - 0.55)
                        + 10 * (Math.min(2, Math.min(sharp, steady)) - 1.4);
        return 1 / (1 + Math.exp(-z));
    }
}
