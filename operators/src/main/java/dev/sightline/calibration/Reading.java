// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.util.Arrays;

/**
 * How much a vector matches sentences that nobody asked for.
 *
 * @param crowd mean of the top tenth of the control group's deviations. A picture that matches many
 *     sentences well matches none in particular; what a query scores beyond half of it counts. The
 *     idea is that of querybank normalisation (Bogolin et al., Cross Modal Retrieval with Querybank
 *     Normalisation, CVPR 2022); half of it found most of 57 true pairs at equal false alarms
 * @param control evidence of each sentence of the control group, in deviations
 */
public record Reading(double crowd, float[] control) {

    private static final double CROWD_SHARE = 0.5;
    private static final int CROWD_PART = 10;

    /**
     * @param raw deviations of each sentence from its own background; becomes the record's
     */
    static Reading of(float[] raw) {
        float[] sorted = raw.clone();
        Arrays.sort(sorted);
        int part = Math.max(1, raw.length / CROWD_PART);
        double sum = 0;
        for (int i = raw.length - part; i < raw.length; i++) {
            sum += sorted[i];
        }
        double crowd = sum / part;
        for (int i = 0; i < raw.length; i++) {
            raw[i] -= (float) (CROWD_SHARE * crowd);
        }
        return new Reading(crowd, raw);
    }

    /** The evidence that the picture shows a term. */
    public double evidence(TermBackground background, double cosine) {
        return background.deviations(cosine) - CROWD_SHARE * crowd;
    }

    /** The cosine that gives so much evidence. */
    public double cosine(TermBackground background, double evidence) {
        return background.location() + background.spread() * (evidence + CROWD_SHARE * crowd);
    }
}
