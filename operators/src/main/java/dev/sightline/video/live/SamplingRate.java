// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

/**
 * How many of a live stream's grid points have a sample: all, or one of 2, 4, 8 or 16 while the
 * stages behind do not keep up. Lowered when samples pile up, raised again after they have not done
 * so for a while.
 */
final class SamplingRate {

    private static final int LOWEST = 4;

    /** So many samples that are kept up with, and the rate is doubled. */
    private static final int PATIENCE = 16;

    private int halvings;
    private long changedAt;

    /** Whether a grid point has a sample. */
    boolean keeps(long k) {
        return Math.floorMod(k, 1L << halvings) == 0;
    }

    /** Halves the rate, unless that was done a moment ago and has had no time to show. */
    void lower(long k) {
        boolean shown = halvings == 0 || Math.abs(k - changedAt) >= 2L << halvings;
        if (halvings < LOWEST && shown) {
            halvings++;
            changedAt = k;
        }
    }

    /** Notes that nothing waits behind a sample. */
    void keptUp(long k) {
        if (halvings > 0 && Math.abs(k - changedAt) >= (long) PATIENCE << halvings) {
            halvings--;
            changedAt = k;
        }
    }

    /** Grid points for each sample. */
    int stride() {
        return 1 << halvings;
    }
}
