// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.TopicPosition;
import java.util.Map;

/** Compares how far topics were read. */
final class Positions {

    private Positions() {}

    /** Offsets that are left to the ends. */
    static long left(Map<TopicPosition, Long> here, Map<TopicPosition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - here.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Whether each partition of the goal was read as far as it says. */
    static boolean reach(Map<TopicPosition, Long> here, Map<TopicPosition, Long> goal) {
        return left(here, goal) == 0;
    }
}
