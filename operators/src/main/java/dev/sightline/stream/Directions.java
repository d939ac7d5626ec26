// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.Vectors;

/** Arithmetic of vectors of which only the direction counts. */
final class Directions {

    private Directions() {}

    /** Length of a vector. */
    static double length(float[] vector) {
        return Math.sqrt(Vectors.dot(vector, vector));
    }

    /** Cosine between two vectors of any length; 0 if one has none. */
    static double cosine(float[] one, float[] other) {
        double lengths = length(one) * length(other);
        return lengths == 0 ? 0 : Vectors.dot(one, other) / lengths;
    }

    /** {@code keep * one + add * other}, as a new vector. */
    static float[] sum(double keep, float[] one, double add, float[] other) {
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (keep * one[i] + add * other[i]);
        }
        return sum;
    }
}
