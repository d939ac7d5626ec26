// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * Some vectors of a segment, each component of what they are off their mean rounded to a byte: a
 * vector x is about {@code center + scale * code}. The upper five bits and the lower three of each
 * byte are kept apart. The upper parts alone say of most vectors that they are not wanted, and are
 * stored as a processor multiplies many of them at once, see {@link CodeSums}; the lower parts of
 * one vector lie together. Vectors of one stream that follow each other are much alike, so that
 * little is left to round without their mean. Takes 1.1 bytes a dimension and 16 more a vector.
 */
final class CodeBlock {

    /** How many vectors there are in a block at most. */
    static final int CAPACITY = 4096;

    /** How many components there are in a row; rows come in twos. */
    static final int IN_ROW = 3;

    /** What is taken off the upper part of a code, 0 to 31, for its worth. */
    static final int UPPER_ZERO = 16;

    /** How many of the lower part of a code, 0 to 7, make one of the upper part. */
    static final int UPPER_UNIT = 8;

    /** What is taken off a code for its worth. */
    static final int ZERO = UPPER_ZERO * UPPER_UNIT;

    /** What is taken for the lower part where it is not looked at. */
    static final double LOWER_MEAN = 3.5;

    private static final int UPPER_BITS = 5;
    private static final int LOWER_BITS = 3;
    private static final int IN_LOWER = 10;
    private static final int LOWER = 7;
    private static final int VECTOR_BITS = 16;

    private final float[] center;
    private final int[][] upper;
    private final int[] lower;
    private final int lowerLength;
    private final int width;
    private final float[] scales;
    private final float[] coarseErrors;
    private final float[] errors;
    private final int[] documents;
    private double longest;

    /**
     * @param vectors as many as there are documents, or more
     */
    CodeBlock(float[][] vectors, int[] documents) {
        this.documents = documents;
        int size = documents.length;
        int dimension = vectors[0].length;
        center = Rounding.mean(vectors, size);
        lowerLength = (dimension + IN_LOWER - 1) / IN_LOWER;
        width = (size + 1) / 2;
        upper = new int[rows(dimension)][width];
        lower = new int[size * lowerLength];
        scales = new float[size];
        coarseErrors = new float[size];
        errors = new float[size];
        Rounding rounding = new Rounding(center, digits(dimension));
        for (int i = 0; i < size; i++) {
            rounding.round(vectors[i]);
            set(i, rounding);
        }
    }

    private static int rows(int dimension) {
        return (dimension + 2 * IN_ROW - 1) / (2 * IN_ROW) * 2;
    }

    /** How many digits a query of a dimension needs, those that are 0 included. */
    static int digits(int dimension) {
        return Math.max(rows(dimension) * IN_ROW, (dimension / IN_LOWER + 1) * IN_LOWER);
    }

    private void set(int index, Rounding rounded) {
        int shift = index < width ? 0 : VECTOR_BITS;
        int at = index < width ? index : index - width;
        int[] codes = rounded.codes();
        for (int row = 0, i = 0; row < upper.length; row++, i += IN_ROW) {
            int three = 0;
            for (int j = 0; j < IN_ROW; j++) {
                three |= codes[i + j] >> LOWER_BITS << UPPER_BITS * j;
            }
            upper[row][at] |= three << shift;
        }
        for (int place = 0, i = 0; place < lowerLength; place++, i += IN_LOWER) {
            int ten = 0;
            for (int j = 0; j < IN_LOWER; j++) {
                ten |= (codes[i + j] & LOWER) << LOWER_BITS * j;
            }
            lower[index * lowerLength + place] = ten;
        }
        scales[index] = rounded.scale();
        coarseErrors[index] = rounded.coarseError();
        errors[index] = rounded.error();
        longest = Math.max(longest, rounded.length());
    }

    int size() {
        return documents.length;
    }

    /** How many numbers there are in a row: half as many as there are vectors. */
    int width() {
        return width;
    }

    /** An even number of rows, the last one filled up with 0. */
    int rows() {
        return upper.length;
    }

    /** The mean of the vectors. */
    float[] center() {
        return center;
    }

    /**
     * The upper parts of three components' codes, {@link #UPPER_ZERO} added to each; those of
     * vectors {@code i} and {@code width + i} are the lower and the upper 16 bits of number {@code
     * i}, five bits each, the first component in the lowest ones.
     */
    int[] row(int three) {
        return upper[three];
    }

    int document(int index) {
        return documents[index];
    }

    float scale(int index) {
        return scales[index];
    }

    /** How far a vector may be from the upper parts of its code, with {@link #LOWER_MEAN}. */
    float coarseError(int index) {
        return coarseErrors[index];
    }

    /** How far a vector may be from its code. */
    float error(int index) {
        return errors[index];
    }

    /** Length of the longest code times its scale, with its lower parts and without. */
    double longest() {
        return longest;
    }

    /** Product of the lower parts of a vector's code with a query's digits. */
    int lower(int index, int[] digits) {
        int sum = 0;
        int start = index * lowerLength;
        for (int i = 0; i < lowerLength; i++) {
            int ten = lower[start + i];
            int at = IN_LOWER * i;
            sum +=
                    (ten & LOWER) * digits[at]
                            + (ten >>> 3 & LOWER) * digits[at + 1]
                            + (ten >>> 6 & LOWER) * digits[at + 2]
                            + (ten >>> 9 & LOWER) * digits[at + 3]
                            + (ten >>> 12 & LOWER) * digits[at + 4]
                            + (ten >>> 15 & LOWER) * digits[at + 5]
                            + (ten >>> 18 & LOWER) * digits[at + 6]
                            + (ten >>> 21 & LOWER) * digits[at + 7]
                            + (ten >>> 24 & LOWER) * digits[at + 8]
                            + (ten >>> 27) * digits[at + 9];
        }
        return sum;
    }
}
