// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

/**
 * How cuts that were found and real ones fit together.
 *
 * @param matched real cuts that were found
 * @param missed real cuts that were not
 * @param wrong cuts that were found and are none
 */
record Counts(int matched, int missed, int wrong) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(matched + other.matched, missed + other.missed, wrong + other.wrong);
    }

    /** Share of what was found that is real, 0 to 1; 1 where nothing was found. */
    double precision() {
        return share(matched, matched + wrong);
    }

    /** Share of what is real that was found, 0 to 1; 1 where there is nothing to find. */
    double recall() {
        return share(matched, matched + missed);
    }

    /** Harmonic mean of the two, 0 to 1. */
    double f1() {
        return share(2 * matched, 2 * matched + missed + wrong);
    }

    private static double share(int part, int all) {
        return all == 0 ? 1 : (double) part / all;
    }
}
