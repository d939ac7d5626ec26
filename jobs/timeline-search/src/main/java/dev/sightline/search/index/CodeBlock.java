// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * Some vectors of a segment, each component rounded to a byte. A vector x is about {@code scale *
 * code}; {@code error} is not less than the length of the difference. Takes a dimension's number of
 * bytes and 16 more a vector.
 *
 * <p>Of each component there is a row, and four vectors share a number of it: this is what a
 * processor can multiply many of at once, see {@link CodeSums}.
 */
final class CodeBlock {

    /** How many vectors there are in a block at most. */
    static final int CAPACITY = 2048;

    /** What is added to a code, so that it is not negative. */
    static final int CODE_ZERO = 128;

    private static final int LARGEST = 127;
    private static final int BITS = 8;
    private static final int MASK = 0xFF;

    private final int[][] rows;
    private final float[] scales;
    private final float[] errors;
    private final int[] totals;
    private final int[] documents;
    private double longest;
    private int size;

    CodeBlock(int dimension, int capacity) {
        rows = new int[dimension][(capacity + 3) / 4];
        scales = new float[capacity];
        errors = new float[capacity];
        totals = new int[capacity];
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
        for (int i = 0; i < vector.length; i++) {
            int rounded = scale == 0 ? 0 : Math.round(vector[i] / scale);
            int code = Math.max(-LARGEST, Math.min(LARGEST, rounded));
            rows[i][size >> 2] |= code + CODE_ZERO << BITS * (size & 3);
            totals[size] += code;
            double component = (double) scale * code;
            error += (vector[i] - component) * (vector[i] - component);
            length += component * component;
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

    int dimension() {
        return rows.length;
    }

    /**
     * The codes of one component, {@link #CODE_ZERO} added to each; that of vector {@code i} is
     * byte {@code i % 4} of number {@code i / 4}.
     */
    int[] row(int component) {
        return rows[component];
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

    /** Sum of a vector's codes. */
    int total(int index) {
        return totals[index];
    }

    /** Length of the longest rounded vector. */
    double longest() {
        return longest;
    }

    /** Product of a vector's codes with a query that is not rounded. */
    double dot(int index, float[] query) {
        double sum = 0;
        for (int i = 0; i < query.length; i++) {
            int code = (rows[i][index >> 2] >>> BITS * (index & 3) & MASK) - CODE_ZERO;
            sum += (double) code * query[i];
        }
        return sum;
    }
}
