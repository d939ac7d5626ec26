// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * A query as small whole numbers, which says of the product with a {@link CodeBlock}'s vector what
 * it is about, and how far that may be off. With a vector x = c + r and a query q = d + p, where c
 * and d are rounded: q x - d c = q r + p c, which is at most |q| |r| + |p| |c|. There are two
 * digits: the first one alone is enough for most vectors, with both p is next to nothing.
 */
final class RoundedQuery {

    private static final int LARGEST = 31;

    /** How many of the second digit make one of the first. */
    private static final int BASE = 2 * LARGEST;

    /** Far more than what sums of 4,096 products of doubles are off, for lengths of about one. */
    private static final double ARITHMETIC = 1e-9;

    /**
     * One digit of each component.
     *
     * @param numbers as {@link CodeSums} takes them
     * @param unit what one is worth
     * @param total sum of the digits
     * @param error length of what is left with this digit and those before
     */
    record Digit(int[] numbers, double unit, int total, double error) {

        /** Adds the products of the query's digit with the rounded vectors of a block. */
        void addProducts(CodeBlock block, CodeSums sums, double[] products) {
            sums.compute(block, numbers);
            int added =
                    CodeBlock.CODE_ZERO * total
                            + CodeSums.DIGIT_ZERO * CodeBlock.CODE_ZERO * block.dimension();
            for (int i = 0; i < block.size(); i++) {
                int product = sums.of(i) - added - CodeSums.DIGIT_ZERO * block.total(i);
                products[i] += unit * block.scale(i) * product;
            }
        }
    }

    private final float[] vector;
    private final double length;
    private final Digit first;
    private final Digit second;

    RoundedQuery(float[] vector) {
        this.vector = vector;
        double largest = 0;
        double squares = 0;
        double[] left = new double[vector.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = vector[i];
            largest = Math.max(largest, Math.abs(left[i]));
            squares += left[i] * left[i];
        }
        length = Math.sqrt(squares);
        first = digit(left, largest / LARGEST);
        second = digit(left, largest / LARGEST / BASE);
    }

    /** Takes a digit off each component. */
    private static Digit digit(double[] left, double unit) {
        int steps = (left.length + CodeSums.STEP - 1) / CodeSums.STEP;
        int[] numbers = new int[steps * CodeSums.STEP];
        int total = 0;
        double squares = 0;
        for (int i = 0; i < left.length; i++) {
            long rounded = unit == 0 ? 0 : Math.round(left[i] / unit);
            int digit = (int) Math.max(-LARGEST, Math.min(LARGEST, rounded));
            numbers[i] = digit + CodeSums.DIGIT_ZERO;
            total += digit;
            left[i] -= unit * digit;
            squares += left[i] * left[i];
        }
        return new Digit(numbers, unit, total, Math.sqrt(squares));
    }

    Digit first() {
        return first;
    }

    Digit second() {
        return second;
    }

    /** How far the products of digits up to one may be off in a block, beside {@link #error}. */
    double error(Digit last, CodeBlock block) {
        return last.error() * block.longest();
    }

    /** The product of the query as it is with a rounded vector; off by at most {@link #error}. */
    double fine(CodeBlock block, int index) {
        return block.scale(index) * block.dot(index, vector);
    }

    double error(CodeBlock block, int index) {
        return length * block.error(index) + ARITHMETIC * (1 + length) * (1 + block.longest());
    }

    /** The product with a stored vector. */
    double exact(float[] stored) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += (double) vector[i] * stored[i];
        }
        return sum;
    }
}
