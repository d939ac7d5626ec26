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
     * must not show is at least as likely.
     *
     * @param row of the step's first term
     * @param raw by cosines as they are
     */
    double evidence(ArmedStep step, int row, boolean raw) {
        double least = Double.POSITIVE_INFINITY;
        int next = row;
        for (int i = 0; i < step.all().size(); i++) {
            least = Math.min(least, evidence(next++, raw));
        }
        for (int i = 0; i < step.not().size(); i++) {
            if (evidence(next++, raw) >= least) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return least;
    }

    /** Evidence of one term, or its cosine. */
    double evidence(int row, boolean raw) {
        return raw ? cosines[row] : reading.evidence(backgrounds[row], cosines[row]);
    }
}
