// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.video.MediaTime;
import java.util.Objects;

/**
 * What a detector needs of a sample.
 *
 * @param k grid point of the sample
 * @param time the frame's own time
 * @param vector unit vector of the model's dimension; empty if only the sample's place is kept;
 *     never changed after construction
 * @param blank whether the picture shows nothing: black, white, one colour
 * @param preview the whole frame as a small JPEG; empty if there is none; never changed after
 *     construction
 */
public record SceneSample(long k, MediaTime time, float[] vector, boolean blank, byte[] preview) {

    /** Refuses absent parts. */
    public SceneSample {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(vector, "vector");
        Objects.requireNonNull(preview, "preview");
    }

    /** The scene detector's part of an embedded sample. */
    public static SceneSample of(EmbeddedSample sample) {
        return new SceneSample(
                sample.k(), sample.time(), sample.vector(), sample.blank(), sample.preview());
    }

    /** Only where the sample lies: without its vector and picture. */
    SceneSample place() {
        return new SceneSample(k, time, new float[0], blank, new byte[0]);
    }

    /** Whether more than the sample's place is kept. */
    boolean hasVector() {
        return vector.length > 0;
    }

    /** Cosine distance of the two vectors, 0 (the same) to 1 (unrelated, or opposed). */
    double embeddingDistance(SceneSample other) {
        return Directions.distance(vector, other.vector);
    }
}
