// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.util.List;

/**
 * Pictures of a stream, component by component: a vector is compared with all of them in a loop
 * that has no sum to wait for, so that the compiler vectorizes it. Ten thousand terms are compared
 * with all pictures whenever these change. Immutable; 256 KB at 256 dimensions.
 */
final class PictureMatrix {

    private static final int TOGETHER = 4;

    private final int count;
    private final float[] components;

    PictureMatrix(List<StoredPicture> pictures) {
        count = pictures.size();
        int dimension = count == 0 ? 0 : pictures.get(0).values().length;
        components = new float[dimension * count];
        for (int row = 0; row < count; row++) {
            StoredPicture picture = pictures.get(row);
            for (int i = 0; i < dimension; i++) {
                components[i * count + row] = picture.values()[i] * picture.step();
            }
        }
    }

    /** The cosine of a unit vector with every picture. */
    float[] cosines(float[] vector) {
        float[] sums = new float[count];
        if (count == 0) {
            return sums;
        }
        int i = 0;
        for (; i + TOGETHER <= vector.length; i += TOGETHER) {
            add(sums, i * count, vector[i], vector[i + 1], vector[i + 2], vector[i + 3]);
        }
        for (; i < vector.length; i++) {
            add(sums, i * count, vector[i]);
        }
        return sums;
    }

    /** Four components at once, as most of the time would go into reading and writing sums. */
    private void add(float[] sums, int at, float first, float second, float third, float fourth) {
        for (int row = 0; row < sums.length; row++) {
            sums[row] +=
                    first * components[at + row]
                            + second * components[at + count + row]
                            + third * components[at + 2 * count + row]
                            + fourth * components[at + 3 * count + row];
        }
    }

    private void add(float[] sums, int at, float component) {
        for (int row = 0; row < sums.length; row++) {
            sums[row] += component * components[at + row];
        }
    }
}
