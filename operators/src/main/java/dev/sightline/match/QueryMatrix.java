// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.DotProduct;
import java.util.List;

/** The active queries of a stream as one contiguous matrix: a sample costs one product with it. */
public final class QueryMatrix {

    private final float[] rows;
    private final int count;
    private final int dimension;

    private QueryMatrix(float[] rows, int count, int dimension) {
        this.rows = rows;
        this.count = count;
        this.dimension = dimension;
    }

    /**
     * Lays vectors out one after the other.
     *
     * @param vectors unit vectors, one a query
     * @param dimension length of each
     * @throws IllegalArgumentException if one has another length
     */
    public static QueryMatrix of(List<float[]> vectors, int dimension) {
        float[] rows = new float[Math.multiplyExact(vectors.size(), dimension)];
        for (int row = 0; row < vectors.size(); row++) {
            requireDimension(vectors.get(row), dimension);
            System.arraycopy(vectors.get(row), 0, rows, row * dimension, dimension);
        }
        return new QueryMatrix(rows, vectors.size(), dimension);
    }

    /** How many queries there are. */
    public int count() {
        return count;
    }

    /**
     * The cosine of every query with a sample, in the order the queries were given.
     *
     * @param sample unit vector
     * @throws IllegalArgumentException if it has another dimension
     */
    public float[] scores(float[] sample) {
        requireDimension(sample, dimension);
        float[] scores = new float[count];
        for (int row = 0; row < count; row++) {
            scores[row] = DotProduct.of(rows, row * dimension, sample);
        }
        return scores;
    }

    private static void requireDimension(float[] vector, int dimension) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.length + " dimensions among " + dimension);
        }
    }
}
