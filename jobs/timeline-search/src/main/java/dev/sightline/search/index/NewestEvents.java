// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;

/**
 * Those of some events that are to be written.
 *
 * @param byKey without those that say less than what is there
 * @param known keys of which there is a document
 */
record NewestEvents(Map<String, TimelineEvent> byKey, Set<String> known) {

    static NewestEvents of(List<TimelineEvent> events, IndexSearcher searcher) throws IOException {
        Map<String, TimelineEvent> newest = new LinkedHashMap<>();
        for (TimelineEvent event : events) {
            newest.merge(
                    EventKind.keyOf(event),
                    event,
                    (old, other) -> isLater(other, old) ? other : old);
        }
        KeyLookup lookup = new KeyLookup(searcher);
        Set<String> known = new HashSet<>();
        for (String key : List.copyOf(newest.keySet())) {
            if (lookup.contains(key)) {
                known.add(key);
                if (hasOrder(newest.get(key))) {
                    Optional<TimelineEvent> old = lookup.find(key, false);
                    if (old.isPresent() && !isLater(newest.get(key), old.get())) {
                        newest.remove(key);
                    }
                }
            }
        }
        return new NewestEvents(newest, known);
    }

    /** A match has phases, and a stream's signs of life replace each other. */
    private static boolean hasOrder(TimelineEvent event) {
        return event instanceof MatchEvent || EventKind.of(event) == EventKind.HEARTBEAT;
    }

    /** Whether an event takes the place of one of the same key. */
    static boolean isLater(TimelineEvent event, TimelineEvent old) {
        if (event instanceof MatchEvent match && old instanceof MatchEvent before) {
            int order = match.phase().compareTo(before.phase());
            return order > 0 || order == 0 && match.end().mediaMs() >= before.end().mediaMs();
        } else if (EventKind.of(event) == EventKind.HEARTBEAT) {
            return mediaMs((StatusEvent) event) >= mediaMs((StatusEvent) old);
        }
        return true;
    }

    private static long mediaMs(StatusEvent status) {
        return status.time() == null ? 0 : status.time().mediaMs();
    }
}
