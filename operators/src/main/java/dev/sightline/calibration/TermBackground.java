// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How a text or picture scores on pictures that do not show it, estimated from pictures some of
 * which do. Its own positives are on the right, a quarter of the bank for a common thing, so both
 * figures come from the left.
 *
 * @param location mean of the lower three quarters of its cosines
 * @param spread root mean square distance from the mode of what lies left of it; greater than 0
 */
public record TermBackground(double location, double spread) implements Serializable {

    /** Something whose scores are all the same says nothing; this keeps deviations finite. */
    private static final double LEAST_SPREAD = 1e-3;

    /** Left of it positives are rare; a mean is steadier than a mode. */
    private static final double KEPT = 0.75;

    /**
     * The search for the densest part stops at this fraction of the scores; the mode is their
     * median. A larger part would take in a query's own positives, a smaller one is unsteady.
     */
    private static final int DENSEST_PART = 4;

    /** Refuses what is no distribution. */
    public TermBackground {
        if (!Double.isFinite(location) || !(spread > 0) || !Double.isFinite(spread)) {
            throw new IllegalArgumentException("location " + location + ", spread " + spread);
        }
    }

    /**
     * Estimates both.
     *
     * @param cosines at least one; not changed
     */
    static TermBackground of(float[] cosines) {
        float[] sorted = cosines.clone();
        Arrays.sort(sorted);
        return new TermBackground(lowerMean(sorted), Math.max(LEAST_SPREAD, leftSpread(sorted)));
    }

    /**
     * Mean of the lower three quarters.
     *
     * @param sorted at least one, rising
     */
    static double lowerMean(float[] sorted) {
        int kept = Math.max(1, (int) (sorted.length * KEPT));
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            sum += sorted[i];
        }
        return sum / kept;
    }

    private static double leftSpread(float[] sorted) {
        double mode = mode(sorted);
        double squares = 0;
        int left = 0;
        while (left < sorted.length && sorted[left] <= mode) {
            squares += (mode - sorted[left]) * (mode - sorted[left]);
            left++;
        }
        return left == 0 ? 0 : Math.sqrt(squares / left);
    }

    /** The half-sample mode: the densest half of the densest half, and so on, and its median. */
    private static double mode(float[] sorted) {
        int from = 0;
        int to = sorted.length;
        int enough = Math.max(1, sorted.length / DENSEST_PART);
        while (to - from > enough) {
            int half = (to - from + 1) / 2;
            from = densest(sorted, from, to, half);
            to = from + half;
            if (half == 1) {
                break;
            }
        }
        int middle = (from + to) / 2;
        return (to - from) % 2 == 1
                ? sorted[middle]
                : ((double) sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static int densest(float[] sorted, int from, int to, int size) {
        int best = from;
        for (int start = from; start + size <= to; start++) {
            float width = sorted[start + size - 1] - sorted[start];
            if (width < sorted[best + size - 1] - sorted[best]) {
                best = start;
            }
        }
        return best;
    }

    /** Distance of a cosine from the location, in spreads. */
    double deviations(double cosine) {
        return (cosine - location) / spread;
    }
}
