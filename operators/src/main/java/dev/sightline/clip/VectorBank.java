// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Many vectors in one array.
 *
 * @param dimension length of a vector
 * @param values vector after vector; not changed after construction
 */
public record VectorBank(int dimension, float[] values) {

    private static final int HALF_EXPONENT = 0x7c00;
    private static final int HALF_FRACTION = 0x3ff;

    /**
     * Lays vectors out one after the other.
     *
     * @throws IllegalArgumentException if one has another dimension
     */
    public static VectorBank of(List<float[]> vectors, int dimension) {
        float[] values = new float[Math.multiplyExact(vectors.size(), dimension)];
        for (int row = 0; row < vectors.size(); row++) {
            requireDimension(vectors.get(row), dimension);
            System.arraycopy(vectors.get(row), 0, values, row * dimension, dimension);
        }
        return new VectorBank(dimension, values);
    }

    /** Number of vectors. */
    public int count() {
        return values.length / dimension;
    }

    /** A copy of one of them. */
    public float[] vector(int row) {
        return Arrays.copyOfRange(values, row * dimension, (row + 1) * dimension);
    }

    /**
     * The cosine of a unit vector with every vector, in their order.
     *
     * @throws IllegalArgumentException if it has another dimension
     */
    public float[] cosines(float[] vector) {
        requireDimension(vector, dimension);
        float[] cosines = new float[count()];
        for (int row = 0; row < cosines.length; row++) {
            cosines[row] = DotProduct.of(values, row * dimension, vector);
        }
        return cosines;
    }

    /**
     * The cosine of a unit vector with some of the vectors.
     *
     * @param rows which, in the order of the result
     * @throws IllegalArgumentException if it has another dimension
     */
    public float[] cosines(float[] vector, int[] rows) {
        requireDimension(vector, dimension);
        float[] cosines = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cosines[i] = DotProduct.of(values, rows[i] * dimension, vector);
        }
        return cosines;
    }

    private static void requireDimension(float[] vector, int dimension) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.length + " dimensions among " + dimension);
        }
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

    /** Reads little-endian IEEE 754 single-precision values. */
    static VectorBank ofFloat32(byte[] bytes, int dimension) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new VectorBank(dimension, values);
    }

    /** Its values as little-endian IEEE 754 single precision. */
    public byte[] float32() {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
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
