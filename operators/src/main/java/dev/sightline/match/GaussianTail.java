// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/** The upper tail of the normal distribution. */
final class GaussianTail {

    /** Beyond this many deviations the tail is no longer a double. */
    private static final double FARTHEST = 38;

    /** Coefficients of a Chebyshev fit of log(erfc(x) e^(x^2) / t); relative error 1.2e-7. */
    private static final double[] FIT = {
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277
    };

    private GaussianTail() {}

    /** The probability of at least {@code z} deviations above the mean, 0 to 1. */
    static double probability(double z) {
        if (z < 0) {
            return 1 - probability(-z);
        }
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double fit = 0;
        for (int i = FIT.length - 1; i >= 0; i--) {
            fit = FIT[i] + t * fit;
        }
        return Math.min(0.5, 0.5 * t * Math.exp(-x * x + fit));
    }

    /**
     * The fewest deviations, 0 or more, that are passed with at most this probability; 38 where
     * there are none.
     */
    static double deviations(double probability) {
        double low = 0;
        double high = FARTHEST;
        if (probability(low) <= probability) {
            return low;
        }
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (probability(middle) <= probability) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
