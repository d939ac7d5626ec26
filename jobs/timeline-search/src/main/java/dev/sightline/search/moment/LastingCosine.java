// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import java.util.ArrayDeque;

/**
 * What samples reach for as long as an alert takes: a single one that is high tells of nothing. Not
 * for several threads.
 */
final class LastingCosine {

    /** Of samples that do not last so long. */
    static final double NONE = Double.NEGATIVE_INFINITY;

    /** As the page counts alerts. */
    private static final long SHORTEST_MS = 2000;

    private final ArrayDeque<Seen> seen = new ArrayDeque<>();

    private record Seen(long mediaMs, double cosine) {}

    /**
     * Takes the next sample, by time.
     *
     * @param cosine of it; {@link #NONE} if it does not count
     * @param intervalMs how far samples are apart, in milliseconds
     * @return the least cosine of it and of the samples that make two seconds with it, or {@link
     *     #NONE} where there is a hole before that
     */
    double accept(long mediaMs, double cosine, long intervalMs) {
        if (!seen.isEmpty() && mediaMs - seen.getLast().mediaMs > 2 * intervalMs) {
            seen.clear();
        }
        seen.add(new Seen(mediaMs, cosine));
        while (seen.size() > 1 && lasts(second(), mediaMs, intervalMs)) {
            seen.removeFirst();
        }
        return lasts(seen.getFirst(), mediaMs, intervalMs)
                ? seen.stream().mapToDouble(Seen::cosine).min().orElseThrow()
                : NONE;
    }

    private Seen second() {
        var samples = seen.iterator();
        samples.next();
        return samples.next();
    }

    private static boolean lasts(Seen first, long lastMs, long intervalMs) {
        return lastMs + intervalMs - first.mediaMs >= SHORTEST_MS;
    }
}
