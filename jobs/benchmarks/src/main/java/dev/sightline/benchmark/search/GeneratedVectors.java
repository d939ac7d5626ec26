// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.util.SplittableRandom;

/**
 * Unit vectors that follow from a seed, one after the other. Of clustered ones two have a cosine of
 * 0.5, or 0.85 in the same of two thousand clusters, which is about what pictures of a model have.
 * Not thread-safe.
 */
final class GeneratedVectors {

    private static final int CLUSTERS = 2000;
    private static final double COMMON_SHARE = 0.5;
    private static final double CLUSTER_SHARE = 0.35;

    /** Cosine of a question with the picture that it asks for: texts are this far from pictures. */
    private static final double TEXT = 0.3;

    private final int dimension;
    private final VectorKind kind;
    private final SplittableRandom random;
    private final float[] common;
    private final float[][] clusters;

    GeneratedVectors(VectorKind kind, int dimension, long seed) {
        this.kind = kind;
        this.dimension = dimension;
        this.random = new SplittableRandom(seed);
        this.common = direction();
        this.clusters = new float[kind == VectorKind.CLUSTERED ? CLUSTERS : 0][];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = direction();
        }
    }

    int dimension() {
        return dimension;
    }

    /** The next sample. */
    float[] next() {
        float[] own = direction();
        if (kind == VectorKind.UNIFORM) {
            return own;
        }
        float[] cluster = clusters[random.nextInt(clusters.length)];
        float[] sum = new float[dimension];
        add(sum, common, COMMON_SHARE);
        add(sum, cluster, CLUSTER_SHARE);
        add(sum, own, 1 - COMMON_SHARE - CLUSTER_SHARE);
        return unit(sum);
    }

    /** Questions by turns: one like a sample, as a picture asks, one far from all, as a text. */
    float[] question(int index) {
        float[] picture = next();
        if (index % 2 == 0) {
            return picture;
        }
        float[] sum = new float[dimension];
        add(sum, picture, TEXT * TEXT);
        add(sum, direction(), 1 - TEXT * TEXT);
        return unit(sum);
    }

    private float[] direction() {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    /** So that unit vectors at right angles make one of length 1 with shares of 1 together. */
    private static void add(float[] sum, float[] vector, double share) {
        float factor = (float) Math.sqrt(share);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        float factor = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
        return vector;
    }
}
