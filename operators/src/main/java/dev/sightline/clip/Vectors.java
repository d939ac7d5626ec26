// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.Arrays;

/** Arithmetic of vectors. */
public final class Vectors {

    /** Of the squared length. Values of half precision, were they not scaled again, are within. */
    private static final double UNIT_TOLERANCE = 0.01;

    private Vectors() {}

    /** Scales a vector to length 1, in place; one without a direction is left as it is. */
    static float[] normalize(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        if (squares > 0) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
        return vector;
    }

    /**
     * Scalar product; the cosine, if both have length 1.
     *
     * @throws IllegalArgumentException if one has more components than the other
     */
    public static double dot(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "vectors of " + one.length + " and " + other.length + " dimensions");
        }
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** Whether a vector has length 1, but for rounding; one that is not made of numbers has not. */
    static boolean isUnit(float[] vector) {
        return Math.abs(dot(vector, vector) - 1) <= UNIT_TOLERANCE;
    }

    /**
     * Cuts rows out of a flat array and brings each to length 1.
     *
     * @throws ModelException if it does not hold that many rows of that length
     * @throws ModelException.NoVector if a value is not a number, or all are zero
     */
    static float[][] rows(float[] flat, int count, int dimension) {
        if (flat.length != count * dimension) {
            throw new ModelException(
                    "the model gave "
                            + flat.length / count
                            + " values for one input, but model.json says dimension "
                            + dimension
                            + "; correct its dimension or output");
        }
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = normalize(Arrays.copyOfRange(flat, i * dimension, (i + 1) * dimension));
            requireDirection(rows[i]);
        }
        return rows;
    }

    private static void requireDirection(float[] row) {
        boolean zero = true;
        for (float component : row) {
            if (!Float.isFinite(component)) {
                throw new ModelException.NoVector(
                        "the model gave a vector that is not made of numbers");
            }
            zero &= component == 0;
        }
        if (zero) {
            throw new ModelException.NoVector("the model gave a vector without a direction");
        }
    }
}
