// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.List;

/** Makes the vector of a text query. */
public final class QueryVector {

    private QueryVector() {}

    /**
     * The direction in the middle of several phrasings of one text.
     *
     * @param phrasings unit vectors of one dimension, at least one
     * @return a unit vector
     * @throws IllegalArgumentException if there are none, their dimensions differ, or they cancel
     *     each other
     */
    public static float[] mean(List<float[]> phrasings) {
        if (phrasings.isEmpty()) {
            throw new IllegalArgumentException("a query without a phrasing");
        }
        float[] sum = new float[phrasings.get(0).length];
        for (float[] phrasing : phrasings) {
            add(sum, phrasing);
        }
        double length = Math.sqrt(DotProduct.of(sum, 0, sum));
        if (!(length > 0)) {
            throw new IllegalArgumentException("phrasings that cancel each other");
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (sum[i] / length);
        }
        return sum;
    }

    private static void add(float[] sum, float[] phrasing) {
        if (phrasing.length != sum.length) {
            throw new IllegalArgumentException(
                    "phrasings of " + sum.length + " and " + phrasing.length + " dimensions");
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += phrasing[i];
        }
    }
}
