// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

/**
 * What share of unrelated pictures reaches a level of evidence: that of the control group on the
 * bundle's pictures, all of it together, because one sentence alone reaches high levels too rarely.
 * It is far from normal (five deviations are a thousand times more frequent), as look-alikes are in
 * it, and falls exponentially. Immutable.
 */
final class BackgroundTail {

    /** Levels reached by fewer than this are extrapolated. */
    private static final double FEWEST_COUNTED = 1.5e-4;

    /** From here on the fall is measured. */
    private static final double FALL_FROM = 1e-2;

    private final double[] shares;

    private BackgroundTail(double[] shares) {
        this.shares = shares;
    }

    /**
     * @param reached how many readings reach each level, not rising
     * @param readings how many there are
     */
    static BackgroundTail of(long[] reached, long readings) {
        double[] shares = new double[Levels.COUNT];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) reached[i] / readings;
        }
        int from = first(shares, FALL_FROM);
        int last = Math.max(from + 1, first(shares, FEWEST_COUNTED) - 1);
        if (last >= shares.length || !(shares[last] > 0) || shares[from] <= shares[last]) {
            throw new IllegalArgumentException(
                    "too few pictures, or too much alike, to tell how often nothing matches: "
                            + readings
                            + " readings");
        }
        double fall = Math.log(shares[from] / shares[last]) / (last - from);
        for (int i = last + 1; i < shares.length; i++) {
            shares[i] = shares[i - 1] * Math.exp(-fall);
        }
        return new BackgroundTail(shares);
    }

    private static int first(double[] shares, double below) {
        int i = 0;
        while (i < shares.length && shares[i] >= below) {
            i++;
        }
        return i;
    }

    /** The share that reaches a level of the grid. */
    double share(int level) {
        return shares[level];
    }

    /** The probability that an unrelated picture reaches this evidence, greater than 0. */
    double probability(double deviations) {
        return Levels.at(this::share, deviations);
    }
}
