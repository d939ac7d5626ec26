// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;
import java.util.Objects;

/**
 * How well one sample shows one query.
 *
 * @param k grid point of the sample
 * @param time the frame's own time
 * @param own evidence of the sample alone; minus infinity if something else is more likely
 * @param support evidence of the sample or of its scene, whichever is stronger
 * @param cosine raw score of the sample
 * @param meaning of that score
 */
public record Observation(
        long k, MediaTime time, double own, double support, float cosine, Meaning meaning) {

    /** Refuses absent parts and what is no number. */
    public Observation {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(meaning, "meaning");
        if (Double.isNaN(own) || Double.isNaN(support) || !Float.isFinite(cosine)) {
            throw new IllegalArgumentException(
                    "evidence " + own + ", " + support + ", cosine " + cosine + " of sample " + k);
        }
    }
}
