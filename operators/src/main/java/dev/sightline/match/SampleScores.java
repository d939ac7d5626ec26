// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Reading;
import dev.sightline.calibration.TermBackground;

/**
 * How all terms of a stream's queries score on one vector.
 *
 * @param cosines of the terms
 * @param backgrounds of the terms on this stream
 * @param reading of the vector
 */
record SampleScores(float[] cosines, TermBackground[] backgrounds, Reading reading) {

    /**
     * Evidence that a step is shown. What shows together is as certain as the least certain of it:
     * an unrelated picture reaches this at most as often as it reaches it for one term alone, so
     * that what is promised of false alarms is an upper bound. Minus infinity if something that
     * must not show is at least as likely; cosines of different texts cannot tell that.
     *
     * @param row of the step's first term
     * @param raw by cosines as they are
     */
    double evidence(ArmedStep step, int row, boolean raw) {
        int negatives = row + step.all().size();
        double likely = least(row, negatives, false);
        for (int i = 0; i < step.not().size(); i++) {
            if (evidence(negatives + i, false) >= likely) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return raw ? least(row, negatives, true) : likely;
    }

    private double least(int from, int to, boolean raw) {
        double least = Double.POSITIVE_INFINITY;
        for (int row = from; row < to; row++) {
            least = Math.min(least, evidence(row, raw));
        }
        return least;
    }

    /** Evidence of one term, or its cosine. */
    double evidence(int row, boolean raw) {
        return raw ? cosines[row] : reading.evidence(backgrounds[row], cosines[row]);
    }
}
