// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.PictureSketch;

/**
 * Finds a model that no longer looks at its pictures: vectors that are the same although the
 * pictures differ. A camera that shows a still picture, or a black film, has the same vectors too,
 * so the pixels decide.
 *
 * @param vector of the sample with which the others are compared; null before the first one
 * @param sketch of that sample's pixels
 * @param duplicates samples since then that have its vector, but another picture
 */
record DuplicateVectors(float[] vector, byte[] sketch, int duplicates) {

    /** Before the first sample. */
    static final DuplicateVectors NONE = new DuplicateVectors(null, new byte[0], 0);

    /** So many are no accident. */
    private static final int ENOUGH = 3;

    /**
     * Cosine from which vectors are the same. Of 367 samples of real clips and the reel, no two
     * whose pictures differ by {@link #DIFFERENT} have one above 0.986.
     */
    private static final double SAME = 0.9999;

    /** Difference of sketches, of 255, from which pictures differ clearly. */
    private static final double DIFFERENT = 8;

    /** With one more sample. */
    DuplicateVectors after(EmbeddedSample sample) {
        if (vector == null || Directions.cosine(vector, sample.vector()) < SAME) {
            return new DuplicateVectors(sample.vector(), sample.sketch(), 0);
        }
        boolean another = PictureSketch.difference(sketch, sample.sketch()) >= DIFFERENT;
        return another && duplicates < ENOUGH
                ? new DuplicateVectors(vector, sketch, duplicates + 1)
                : this;
    }

    /** Whether the model is at fault. */
    boolean found() {
        return duplicates >= ENOUGH;
    }
}
