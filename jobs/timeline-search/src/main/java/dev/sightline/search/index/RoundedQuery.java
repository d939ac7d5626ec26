// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * A query as bytes, which says of the product with a {@link CodeBlock}'s vector what it is about,
 * and how far that may be off. With a vector x = c + r and a query q = d + p, where c and d are
 * rounded: q x - d c = q r + p c, which is at most |q| |r| + |p| |c|.
 */
final class RoundedQuery {

    private static final int LARGEST = 127;

    /** Far more than what sums of 4,096 products of doubles are off, for lengths of about one. */
    private static final double ARITHMETIC = 1e-9;

    private final float[] vector;
    private final int[] codes;
    private final double scale;
    private final double length;
    private final double error;

    RoundedQuery(float[] vector) {
        this.vector = vector;
        double largest = 0;
        double squares = 0;
        for (float component : vector) {
            largest = Math.max(largest, Math.abs(component));
            squares += (double) component * component;
        }
        scale = largest / LARGEST;
        length = Math.sqrt(squares);
        codes = new int[vector.length];
        double errors = 0;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = scale == 0 ? 0 : (int) Math.round(vector[i] / scale);
            errors += Math.pow(vector[i] - scale * codes[i], 2);
        }
        error = Math.sqrt(errors);
    }

    /** About the product with a vector; off by at most {@link #error}. */
    double rough(CodeBlock block, int index) {
        return scale * block.scale(index) * block.dot(index, codes);
    }

    double error(CodeBlock block, int index) {
        return fineError(block, index) + error * block.longest();
    }

    /** Nearer to the product, and slower; off by at most {@link #fineError}. */
    double fine(CodeBlock block, int index) {
        return block.scale(index) * block.dot(index, vector);
    }

    double fineError(CodeBlock block, int index) {
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
