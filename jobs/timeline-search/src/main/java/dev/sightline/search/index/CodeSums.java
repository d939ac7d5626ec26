// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.util.Arrays;

/**
 * Products of all vectors of a block with a query of small whole numbers. Java has no instructions
 * for many bytes at once, but the compiler multiplies many ints at once: each holds the codes of
 * four vectors, of which two are multiplied together, as four products of a code and a number up to
 * 63 fit 16 bits. The loops are as plain as they are for the compiler's sake. Not for several
 * threads.
 */
final class CodeSums {

    /** A query's number may be from -31 to 31; this is added. */
    static final int DIGIT_ZERO = 32;

    /** How many components are taken at once. */
    static final int STEP = 4;

    private static final int PAIR = 0x00FF00FF;
    private static final int LOW = 0xFFFF;
    private static final int LANES = 4;

    private final int[][] lanes = new int[LANES][CodeBlock.CAPACITY / LANES];
    private final int[] even = new int[CodeBlock.CAPACITY / LANES];
    private final int[] odd = new int[CodeBlock.CAPACITY / LANES];

    /**
     * @param digits of the query, each with {@link #DIGIT_ZERO} added; filled up with 0 to a
     *     multiple of {@link #STEP}
     */
    void compute(CodeBlock block, int[] digits) {
        int width = block.row(0).length;
        for (int[] lane : lanes) {
            Arrays.fill(lane, 0, width, 0);
        }
        int last = block.dimension() - 1;
        for (int i = 0; i < digits.length; i += STEP) {
            int[] a = block.row(i);
            int[] b = block.row(Math.min(i + 1, last));
            int[] c = block.row(Math.min(i + 2, last));
            int[] d = block.row(Math.min(i + 3, last));
            even(width, a, b, c, d, digits, i, even);
            odd(width, a, b, c, d, digits, i, odd);
            add(width, even, lanes[0], lanes[2]);
            add(width, odd, lanes[1], lanes[3]);
        }
    }

    private static void even(
            int width, int[] a, int[] b, int[] c, int[] d, int[] digits, int at, int[] sums) {
        int p = digits[at];
        int q = digits[at + 1];
        int r = digits[at + 2];
        int s = digits[at + 3];
        for (int j = 0; j < width; j++) {
            sums[j] = (a[j] & PAIR) * p + (b[j] & PAIR) * q + (c[j] & PAIR) * r + (d[j] & PAIR) * s;
        }
    }

    private static void odd(
            int width, int[] a, int[] b, int[] c, int[] d, int[] digits, int at, int[] sums) {
        int p = digits[at];
        int q = digits[at + 1];
        int r = digits[at + 2];
        int s = digits[at + 3];
        for (int j = 0; j < width; j++) {
            sums[j] =
                    (a[j] >>> 8 & PAIR) * p
                            + (b[j] >>> 8 & PAIR) * q
                            + (c[j] >>> 8 & PAIR) * r
                            + (d[j] >>> 8 & PAIR) * s;
        }
    }

    private static void add(int width, int[] sums, int[] low, int[] high) {
        for (int j = 0; j < width; j++) {
            low[j] += sums[j] & LOW;
        }
        for (int j = 0; j < width; j++) {
            high[j] += sums[j] >>> 16;
        }
    }

    /** Of a vector, the sum of the products of digits and codes with what was added to both. */
    int of(int index) {
        return lanes[index & 3][index >> 2];
    }
}
