// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

/** The inner product of two rows of contiguous vectors. */
public final class DotProduct {

    private DotProduct() {}

    /** Four sums, as one alone waits for each addition to end before it begins the next. */
    public static float of(float[] matrix, int offset, float[] vector) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 3 < vector.length; i += 4) {
            first += matrix[offset + i] * vector[i];
            second += matrix[offset + i + 1] * vector[i + 1];
            third += matrix[offset + i + 2] * vector[i + 2];
            fourth += matrix[offset + i + 3] * vector[i + 3];
        }
        for (; i < vector.length; i++) {
            first += matrix[offset + i] * vector[i];
        }
        return first + second + third + fourth;
    }
}
