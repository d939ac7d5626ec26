// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * Some vectors of a segment, each component rounded to a byte. A vector x is about {@code scale *
 * code}; {@code error} is not less than the length of the difference. Takes a dimension's number of
 * bytes and 12 more a vector.
 */
final class CodeBlock {

    /** How many vectors there are in a block at most. */
    static final int CAPACITY = 1 << 13;

    private static final int LARGEST = 127;

    private final int dimension;
    private final byte[] codes;
    private final float[] scales;
    private final float[] errors;
    private final int[] documents;
    private double longest;
    private int size;

    CodeBlock(int dimension, int capacity) {
        this.dimension = dimension;
        codes = new byte[capacity * dimension];
        scales = new float[capacity];
        errors = new float[capacity];
        documents = new int[capacity];
    }

    void add(int document, float[] vector) {
        float largest = 0;
        for (float component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        float scale = largest / LARGEST;
        double error = 0;
        double length = 0;
        for (int i = 0; i < dimension; i++) {
            int code = scale == 0 ? 0 : Math.round(vector[i] / scale);
            codes[size * dimension + i] = (byte) Math.max(-LARGEST, Math.min(LARGEST, code));
            double rounded = (double) scale * codes[size * dimension + i];
            error += (vector[i] - rounded) * (vector[i] - rounded);
            length += rounded * rounded;
        }
        scales[size] = scale;
        errors[size] = Math.nextUp((float) Math.sqrt(error));
        longest = Math.max(longest, Math.sqrt(length));
        documents[size++] = document;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == documents.length;
    }

    int document(int index) {
        return documents[index];
    }

    float scale(int index) {
        return scales[index];
    }

    float error(int index) {
        return errors[index];
    }

    /** Length of the longest rounded vector. */
    double longest() {
        return longest;
    }

    /** Product of a vector's codes with whole numbers from -127 to 127. */
    int dot(int index, int[] query) {
        int from = index * dimension;
        int whole = dimension & ~3;
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        // Four sums, as the processor adds them side by side.
        for (int i = 0; i < whole; i += 4) {
            a += codes[from + i] * query[i];
            b += codes[from + i + 1] * query[i + 1];
            c += codes[from + i + 2] * query[i + 2];
            d += codes[from + i + 3] * query[i + 3];
        }
        for (int i = whole; i < dimension; i++) {
            a += codes[from + i] * query[i];
        }
        return a + b + c + d;
    }

    /** Product of a vector's codes with a query that is not rounded. */
    double dot(int index, float[] query) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += (double) codes[index * dimension + i] * query[i];
        }
        return sum;
    }
}
