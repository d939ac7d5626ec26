// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.util.Arrays;

/**
 * Products of the upper parts of all codes of a block with a query of small whole numbers. Java has
 * no instructions for many bytes at once, but the compiler multiplies many ints at once: each holds
 * three components of two vectors, and a component of both is multiplied together, as the sums of
 * 36 components fit 16 bits, see {@link RoundedQuery}. The loops are as plain as they are for the
 * compiler's sake. Not for several threads.
 */
final class CodeSums {

    /** How many components are added up in 16 bits. */
    static final int RUN = 36;

    private static final int PAIR = 0x001F001F;
    private static final int STEP = 2 * CodeBlock.IN_ROW;
    private static final int BOTH = 0x00010001;
    private static final int HALF = 16;

    private final int[] pairs = new int[CodeBlock.CAPACITY / 2];
    private final int[] sums = new int[CodeBlock.CAPACITY];

    /**
     * @param digits of the query, {@link CodeBlock#digits} of them; of no {@link #RUN} of them the
     *     product with numbers from -16 to 15 may be beyond 16 bits
     */
    void compute(CodeBlock block, int[] digits) {
        int width = block.width();
        Arrays.fill(sums, 0, 2 * width, 0);
        int all = block.rows() * CodeBlock.IN_ROW;
        for (int start = 0; start < all; start += RUN) {
            int end = Math.min(all, start + RUN);
            Arrays.fill(pairs, 0, width, zero(digits, start, end) * BOTH);
            for (int i = start; i < end; i += STEP) {
                int row = i / CodeBlock.IN_ROW;
                add(width, block.row(row), block.row(row + 1), digits, i);
            }
            split(width);
        }
    }

    /** What takes {@link CodeBlock#UPPER_ZERO} off each part. */
    private static int zero(int[] digits, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i++) {
            sum -= CodeBlock.UPPER_ZERO * digits[i];
        }
        return sum;
    }

    private void add(int width, int[] a, int[] b, int[] digits, int at) {
        int k = digits[at];
        int l = digits[at + 1];
        int m = digits[at + 2];
        int n = digits[at + 3];
        int o = digits[at + 4];
        int p = digits[at + 5];
        add(width, pairs, a, b, k, l, m, n, o, p);
    }

    private static void add(
            int width, int[] sums, int[] a, int[] b, int k, int l, int m, int n, int o, int p) {
        for (int j = 0; j < width; j++) {
            sums[j] +=
                    (a[j] & PAIR) * k
                            + (a[j] >>> 5 & PAIR) * l
                            + (a[j] >>> 10 & PAIR) * m
                            + (b[j] & PAIR) * n
                            + (b[j] >>> 5 & PAIR) * o
                            + (b[j] >>> 10 & PAIR) * p;
        }
    }

    private void split(int width) {
        for (int j = 0; j < width; j++) {
            sums[j] += pairs[j] << HALF >> HALF;
        }
        for (int j = 0; j < width; j++) {
            // The lower one may have borrowed from the upper one.
            sums[width + j] += pairs[j] - (pairs[j] << HALF >> HALF) >> HALF;
        }
    }

    /** Of a vector, the sum of the products of digits and upper parts. */
    int of(int index) {
        return sums[index];
    }
}
