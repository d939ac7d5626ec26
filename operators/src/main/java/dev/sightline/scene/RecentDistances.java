// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import java.util.Arrays;

/**
 * The latest distances between samples of a stream: how restless it is of itself.
 *
 * <p>A distance that was a change counts only as much as the threshold it passed. So a cut does not
 * raise the bar for the next one, but a camera that never rests still does, slowly.
 *
 * @param values the latest distances, oldest first, at most {@value #CAPACITY}
 * @param times of their samples, in milliseconds since the stream's start
 */
public record RecentDistances(float[] values, long[] times) {

    /** Before the first distance. */
    static final RecentDistances NONE = new RecentDistances(new float[0], new long[0]);

    /** Half a minute at one sample a second: long enough for a median, short enough to adapt. */
    static final int CAPACITY = 30;

    /** Below this many a median says nothing. */
    private static final int ENOUGH = 5;

    /** Deviations above the median that are still the stream's own unrest. */
    private static final double DEVIATIONS = 4;

    /**
     * The deviation of a film that is cut every other second is that of two kinds of distances; it
     * tells how often it is cut, not how restless it is.
     */
    private static final double LARGEST_DEVIATION = 0.06;

    /** Scales the median absolute deviation to the standard deviation of a normal distribution. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** The distance that the next one must reach to be a change: within the two bounds. */
    double threshold(double floor, double ceiling) {
        if (values.length < ENOUGH) {
            return floor;
        }
        double median = median(values.clone());
        float[] deviations = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            deviations[i] = (float) Math.abs(values[i] - median);
        }
        double deviation = Math.min(LARGEST_DEVIATION, MAD_TO_DEVIATION * median(deviations));
        return Math.min(ceiling, Math.max(floor, median + DEVIATIONS * deviation));
    }

    /** These and one more, which counts as no more than {@code most}. */
    RecentDistances with(long mediaMs, double distance, double most) {
        int first = Math.max(0, values.length + 1 - CAPACITY);
        float[] next = Arrays.copyOfRange(values, first, values.length + 1);
        next[next.length - 1] = (float) Math.min(distance, most);
        long[] nextTimes = Arrays.copyOfRange(times, first, times.length + 1);
        nextTimes[next.length - 1] = mediaMs;
        return new RecentDistances(next, nextTimes);
    }

    /** Those of samples before a time: what comes behind it turned out to be of two pictures. */
    RecentDistances before(long mediaMs) {
        int kept = values.length;
        while (kept > 0 && times[kept - 1] >= mediaMs) {
            kept--;
        }
        return new RecentDistances(Arrays.copyOf(values, kept), Arrays.copyOf(times, kept));
    }

    private static double median(float[] scratch) {
        Arrays.sort(scratch);
        int middle = scratch.length / 2;
        return scratch.length % 2 == 1
                ? scratch[middle]
                : (scratch[middle - 1] + scratch[middle]) / 2.0;
    }
}
