// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * A query as small whole numbers, which says of the product with a {@link CodeBlock}'s vector what
 * it is about, and how far that may be off. With a vector x = m + c + r and a query q = d + p,
 * where m is the center of the block and c and d are rounded: q x - q m - d c = q r + p c, which is
 * at most |q| |r| + |p| |c|.
 */
final class RoundedQuery {

    /** Far more than what sums of 4,096 products of doubles are off, for lengths of about one. */
    private static final double ARITHMETIC = 1e-9;

    /** Length of so many digits of which the product with upper parts of codes fits 16 bits. */
    private static final double LONGEST_RUN =
            Short.MAX_VALUE / (CodeBlock.UPPER_ZERO * Math.sqrt(CodeSums.RUN));

    private final float[] vector;
    private final int[] digits;
    private final double unit;
    private final double length;
    private final double error;
    private final double upperUnit;
    private final double coarse;

    RoundedQuery(float[] vector) {
        this.vector = vector;
        length = Math.sqrt(dot(vector, vector));
        // To round makes a run longer by half of a digit's diagonal at most.
        unit = longestRun(vector) / (LONGEST_RUN - Math.sqrt(CodeSums.RUN) / 2);
        digits = new int[CodeBlock.digits(vector.length)];
        double left = 0;
        long total = 0;
        for (int i = 0; i < vector.length; i++) {
            digits[i] = unit == 0 ? 0 : (int) Math.round(vector[i] / unit);
            double rest = vector[i] - unit * digits[i];
            left += rest * rest;
            total += digits[i];
        }
        error = Math.sqrt(left);
        upperUnit = unit * CodeBlock.UPPER_UNIT;
        coarse = unit * CodeBlock.LOWER_MEAN * total;
    }

    private static double longestRun(float[] vector) {
        double longest = 0;
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            squares = (i % CodeSums.RUN == 0 ? 0 : squares) + (double) vector[i] * vector[i];
            longest = Math.max(longest, squares);
        }
        return Math.sqrt(longest);
    }

    /** As {@link CodeSums} takes them. */
    int[] digits() {
        return digits;
    }

    /**
     * About the product with a vector of a block, less that with the center.
     *
     * @param sum of the upper parts
     */
    double coarse(CodeBlock block, int index, int sum) {
        return block.scale(index) * (upperUnit * sum + coarse);
    }

    /** The same, with the lower parts. */
    double fine(CodeBlock block, int index, int sum) {
        return block.scale(index) * (upperUnit * sum + unit * block.lower(index, digits));
    }

    /** How far a product may be off for its digits, in a block. */
    double error(CodeBlock block) {
        double lengths = 1 + block.longest() + Math.sqrt(dot(block.center(), block.center()));
        return error * block.longest() + ARITHMETIC * (1 + length) * lengths;
    }

    /** How far a product may be off for a vector that is off by a length. */
    double error(float off) {
        return length == 0 ? 0 : length * off;
    }

    /** The product with a stored vector. */
    double exact(float[] stored) {
        return dot(vector, stored);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
