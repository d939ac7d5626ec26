// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.Arrays;

/**
 * How a query scores on pictures that do not show it, estimated from pictures some of which do. The
 * query's own positives are on the right, so both figures come from the left.
 *
 * @param location the mode, a cosine
 * @param spread root mean square distance from the mode of what lies left of it; greater than 0
 */
public record ScoreDistribution(double location, double spread) {

    /** A query whose scores are all the same says nothing; this keeps z finite. */
    static final double LEAST_SPREAD = 1e-3;

    /**
     * The search for the densest part stops at this fraction of the scores; the mode is their
     * median. Between two random halves of the bundled bank the threshold for 24 alarms a day then
     * varies by 0.33 spreads (mean of 40 queries), and by 0.49 if the search goes on to the end; a
     * larger part would take in a query's own positives, which may be a quarter of the bank.
     */
    private static final int DENSEST_PART = 4;

    /** Refuses what is no distribution. */
    public ScoreDistribution {
        if (!Double.isFinite(location) || !(spread > 0) || !Double.isFinite(spread)) {
            throw new IllegalArgumentException("location " + location + ", spread " + spread);
        }
    }

    /**
     * Estimates the distribution.
     *
     * @param scores cosines, at least one; not changed
     */
    public static ScoreDistribution of(float[] scores) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        double mode = mode(sorted);
        double squares = 0;
        int left = 0;
        while (left < sorted.length && sorted[left] <= mode) {
            squares += (mode - sorted[left]) * (mode - sorted[left]);
            left++;
        }
        double spread = left == 0 ? 0 : Math.sqrt(squares / left);
        return new ScoreDistribution(mode, Math.max(LEAST_SPREAD, spread));
    }

    /** The half-sample mode: the densest half of the densest half, and its median. */
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
}
