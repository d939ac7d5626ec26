// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.DotProduct;

/**
 * Pictures that any query is compared with: the model bundle's bank, or a stream's own reservoir.
 * Because vectors are kept, not scores, a query is calibrated as soon as it is known. Immutable;
 * the array is not copied and must not be changed.
 */
public final class Background {

    /** Fewer pictures than this say too little about a distribution's left side. */
    public static final int LEAST_PICTURES = 64;

    private final float[] vectors;
    private final int dimension;

    /**
     * A background.
     *
     * @param vectors unit vectors, one after the other
     * @param dimension length of each
     * @throws IllegalArgumentException if the length is no multiple of the dimension, or there are
     *     fewer than {@value #LEAST_PICTURES} vectors
     */
    public Background(float[] vectors, int dimension) {
        if (dimension <= 0 || vectors.length % dimension != 0) {
            throw new IllegalArgumentException(
                    vectors.length + " numbers are no vectors of " + dimension + " dimensions");
        }
        if (vectors.length / dimension < LEAST_PICTURES) {
            throw new IllegalArgumentException(
                    "a background of "
                            + vectors.length / dimension
                            + " pictures; at least "
                            + LEAST_PICTURES
                            + " are needed");
        }
        this.vectors = vectors;
        this.dimension = dimension;
    }

    /** How many pictures there are. */
    public int count() {
        return vectors.length / dimension;
    }

    /**
     * The query's cosine with every picture.
     *
     * @param query unit vector
     * @throws IllegalArgumentException if it has another dimension
     */
    public float[] scores(float[] query) {
        if (query.length != dimension) {
            throw new IllegalArgumentException(
                    "a query of " + query.length + " dimensions, a background of " + dimension);
        }
        float[] scores = new float[count()];
        for (int picture = 0; picture < scores.length; picture++) {
            scores[picture] = DotProduct.of(vectors, picture * dimension, query);
        }
        return scores;
    }

    /** How the query scores on pictures that do not show it. */
    public ScoreDistribution distribution(float[] query) {
        return ScoreDistribution.of(scores(query));
    }
}
