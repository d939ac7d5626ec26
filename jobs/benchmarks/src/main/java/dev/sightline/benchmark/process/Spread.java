// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.util.List;

/**
 * Figures of several rounds.
 *
 * @param median the middle one; the mean of the two in the middle where their number is even
 * @param least the least
 * @param most the greatest
 */
public record Spread(double median, double least, double most) {

    /** Refuses an empty list. */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures");
        }
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
