// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.util.Arrays;

/**
 * A unit vector in a byte a dimension; a cosine with it is off by less than 0.01.
 *
 * @param values components in steps of {@code step}
 * @param step size of a step
 * @param shown ids of the terms whose queries matched it, rising; it is no background of theirs
 */
record StoredPicture(byte[] values, float step, long[] shown) {

    static StoredPicture of(float[] vector, long[] shown) {
        float largest = Float.MIN_NORMAL;
        for (float component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        float step = largest / Byte.MAX_VALUE;
        byte[] values = new byte[vector.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.round(vector[i] / step);
        }
        return new StoredPicture(values, step, shown);
    }

    float cosine(float[] vector) {
        float sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * vector[i];
        }
        return sum * step;
    }

    /** Whether it shows what a term stands for, as far as its query knows. */
    boolean shows(long term) {
        return Arrays.binarySearch(shown, term) >= 0;
    }
}
