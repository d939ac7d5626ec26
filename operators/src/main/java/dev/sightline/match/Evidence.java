// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.Arrays;

/**
 * The latest scores of one query on one stream, without a gap.
 *
 * <p>Evidence belongs to a scene: the mean of a scene's samples tells more than any of them, but
 * the mean of samples on both sides of a cut tells less. In a long shot only the latest samples
 * count: a car is on a car park for two of thirty.
 *
 * @param lastK grid point of the last score
 * @param scores raw scores up to {@code lastK}, oldest first, at most {@value #MOST}
 */
public record Evidence(long lastK, float[] scores) {

    /** Before the first score. */
    static final Evidence NONE = new Evidence(-1, new float[0]);

    static final int MOST = 8;

    /** With the score of a later sample; a gap drops what was before it. */
    Evidence with(long k, float score) {
        int kept = scores.length > 0 && k == lastK + 1 ? Math.min(scores.length, MOST - 1) : 0;
        float[] next = Arrays.copyOfRange(scores, scores.length - kept, scores.length + 1);
        next[kept] = score;
        return new Evidence(k, next);
    }

    /**
     * How well the scene shows the query: its mean, or the last sample if that is stronger, so that
     * a strong sample counts at once. There must be a score.
     *
     * @param sceneStart grid point of the current scene's first sample
     */
    double support(long sceneStart) {
        long inScene = Math.max(1, lastK - sceneStart + 1);
        int used = (int) Math.min(inScene, scores.length);
        double sum = 0;
        for (int i = scores.length - used; i < scores.length; i++) {
            sum += scores[i];
        }
        return Math.max(scores[scores.length - 1], sum / used);
    }
}
