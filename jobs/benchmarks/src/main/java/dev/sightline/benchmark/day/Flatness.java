// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Whether something has stopped growing: the median of the last quarter of the measurements is
 * compared with that of the quarter behind the first two, in which caches fill.
 *
 * @param name of what was measured
 * @param early bytes behind the first two measurements
 * @param late bytes at the end
 * @param bound bytes that it may be at the end
 */
record Flatness(String name, long early, long late, long bound) {

    private static final int WARM_UP = 2;
    private static final int QUARTER = 4;

    /** What a match that happens to be open has in state: a preview, mostly. */
    private static final long OPEN_MATCH_BYTES = 16 * 1024;

    /** Below this, growth is the noise of what happens to be in hand. */
    private static final long SLACK_BYTES = 1 << 20;

    /** Fewer measurements than this have no quarters that would say anything. */
    static final int LEAST = 2 * QUARTER + WARM_UP;

    /**
     * Judges state, heap and, where it is known, resident memory.
     *
     * @param tolerance share by which each may be larger in the end; besides, state by {@value
     *     #OPEN_MATCH_BYTES} bytes and the others by {@value #SLACK_BYTES}
     * @throws IllegalArgumentException for fewer than {@value #LEAST} measurements
     */
    static List<Flatness> of(List<Measurement> measurements, double tolerance) {
        if (measurements.size() < LEAST) {
            throw new IllegalArgumentException(
                    measurements.size() + " measurements, at least " + LEAST + " are needed");
        }
        List<Flatness> all = new ArrayList<>();
        all.add(of("state", measurements, Measurement::stateBytes, tolerance, OPEN_MATCH_BYTES));
        all.add(of("heap", measurements, Measurement::heapBytes, tolerance, SLACK_BYTES));
        if (measurements.stream().allMatch(each -> each.residentBytes() > 0)) {
            all.add(
                    of(
                            "resident",
                            measurements,
                            Measurement::residentBytes,
                            tolerance,
                            SLACK_BYTES));
        }
        return all;
    }

    private static Flatness of(
            String name,
            List<Measurement> measurements,
            ToLongFunction<Measurement> bytes,
            double tolerance,
            long slack) {
        int quarter = (measurements.size() - WARM_UP) / QUARTER;
        int end = measurements.size();
        long early = median(measurements.subList(WARM_UP, WARM_UP + quarter), bytes);
        long late = median(measurements.subList(end - quarter, end), bytes);
        return new Flatness(name, early, late, Math.round(early * (1 + tolerance)) + slack);
    }

    private static long median(List<Measurement> some, ToLongFunction<Measurement> bytes) {
        long[] sorted = some.stream().mapToLong(bytes).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    boolean isFlat() {
        return late <= bound;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %.2f MB behind the start, %.2f MB at the end, at most %.2f MB: %s",
                name,
                early / 1e6,
                late / 1e6,
                bound / 1e6,
                isFlat() ? "flat" : "GROWS");
    }
}
