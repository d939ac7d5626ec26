// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.util.Arrays;

/** Percentiles by the nearest rank. */
final class Percentile {

    private Percentile() {}

    /**
     * The least figure that so many are not above.
     *
     * @param figures at least one, in any order
     * @param share of them, greater than 0, 1 at most
     */
    static double of(double[] figures, double share) {
        if (figures.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(1, (int) Math.ceil(share * sorted.length)) - 1];
    }
}
