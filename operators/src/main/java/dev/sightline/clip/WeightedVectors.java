// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

/** Vectors of what is told in more than one way, by a text and a picture. */
public final class WeightedVectors {

    private WeightedVectors() {}

    /**
     * Sums two vectors and brings the sum to length 1. Vectors of texts and of pictures lie in
     * different regions; of length 1 each, neither drowns the other.
     *
     * @param first a unit vector
     * @param second a unit vector of the same dimension
     * @param firstWeight greater than 0
     * @param secondWeight greater than 0
     * @return a unit vector
     * @throws ModelException.NoVector if they cancel each other
     */
    public static float[] sum(
            float[] first, double firstWeight, float[] second, double secondWeight) {
        double scale = firstWeight + secondWeight;
        float[] sum = new float[first.length];
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) ((firstWeight * first[i] + secondWeight * second[i]) / scale);
            squares += sum[i] * sum[i];
        }
        if (!(squares > 1e-12)) {
            throw new ModelException.NoVector("text and image say the opposite of each other");
        }
        return Vectors.normalize(sum);
    }
}
