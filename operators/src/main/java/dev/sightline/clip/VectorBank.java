// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/**
 * Many vectors in one array.
 *
 * @param dimension length of a vector
 * @param values vector after vector; not changed after construction
 */
public record VectorBank(int dimension, float[] values) {

    private static final int HALF_EXPONENT = 0x7c00;
    private static final int HALF_FRACTION = 0x3ff;

    /** Number of vectors. */
    public int count() {
        return values.length / dimension;
    }

    /** Reads little-endian IEEE 754 half-precision values. */
    static VectorBank ofFloat16(byte[] bytes, int dimension) {
        ShortBuffer halves = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] values = new float[halves.remaining()];
        for (int i = 0; i < values.length; i++) {
            values[i] = toFloat(halves.get(i));
        }
        return new VectorBank(dimension, values);
    }

    /** Java has this built in from version 20 on. */
    private static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half & HALF_EXPONENT;
        int fraction = half & HALF_FRACTION;
        if (exponent == HALF_EXPONENT) {
            return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
        } else if (exponent == 0) {
            float subnormal = fraction * 0x1p-24f;
            return sign == 0 ? subnormal : -subnormal;
        }
        return Float.intBitsToFloat(sign | (exponent >> 10) + 112 << 23 | fraction << 13);
    }
}
