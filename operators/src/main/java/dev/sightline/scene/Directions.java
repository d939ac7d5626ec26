// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.clip.Vectors;
import java.util.Arrays;

/** Arithmetic on embedding vectors. */
final class Directions {

    private Directions() {}

    /** Cosine distance, 0 to 1; opposed vectors are no further apart than unrelated ones. */
    static double distance(float[] one, float[] other) {
        double lengths = Math.sqrt(Vectors.dot(one, one) * Vectors.dot(other, other));
        if (lengths == 0) {
            return 0;
        }
        return Math.min(1, Math.max(0, 1 - Vectors.dot(one, other) / lengths));
    }

    /** The mean of {@code weight} vectors, {@code mean}, and one more. */
    static float[] blend(float[] mean, int weight, float[] next) {
        float[] blended = Arrays.copyOf(mean, mean.length);
        for (int i = 0; i < blended.length; i++) {
            blended[i] += (next[i] - blended[i]) / (weight + 1);
        }
        return blended;
    }
}
