// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;
import java.util.Objects;

/**
 * One query's score on one sample.
 *
 * @param k grid point of the sample
 * @param time the frame's own time
 * @param score raw score, a cosine
 * @param sceneStart grid point of the first sample of the sample's scene, as far as it is known
 */
public record Observation(long k, MediaTime time, float score, long sceneStart) {

    /** Refuses an absent time and a score that is no number. */
    public Observation {
        Objects.requireNonNull(time, "time");
        if (!Float.isFinite(score)) {
            throw new IllegalArgumentException("score " + score + " of sample " + k);
        }
    }
}
