// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes events to an index. One that the index cannot take, for whatever reason, is found and left
 * out, so that it does not keep all that come later from being indexed; one is only left out if
 * others can be written at the same time, twice. For one thread.
 */
final class EventWriter {

    private static final int ENOUGH_FAILURES = 2;

    private record Failure(ReadEvent event, RuntimeException why) {}

    private final TimelineIndex index;
    private final MalformedRecords malformed;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    /** Up to where events are written one by one, since one of them cannot be. */
    private Map<TopicPosition, Long> suspect = Map.of();

    EventWriter(TimelineIndex index, MalformedRecords malformed) {
        this.index = index;
        this.malformed = malformed;
    }

    /**
     * Writes what was read, and returns what was written. After a failure the index is where it was
     * when it was committed last: read on from its positions.
     *
     * @param positions of each partition the offset of the record to be read next
     */
    List<ReadEvent> write(List<ReadEvent> read, Map<TopicPosition, Long> positions)
            throws IOException {
        List<ReadEvent> left = read.stream().filter(one -> !refused.contains(one.place())).toList();
        if (suspect.isEmpty()) {
            writeTogether(left, positions);
        } else {
            writeOneByOne(left);
            index.write(List.of(), positions);
            if (Positions.reach(positions, suspect)) {
                suspect = Map.of();
                failures.clear();
            }
        }
        return left;
    }

    /** Takes in where topics end now: one that was made anew never gets to where it was before. */
    void end(Map<TopicPosition, Long> ends) {
        Map<TopicPosition, Long> there = new HashMap<>(suspect);
        there.replaceAll((one, goal) -> Math.min(goal, ends.getOrDefault(one, 0L)));
        suspect = there;
    }

    private void writeTogether(List<ReadEvent> events, Map<TopicPosition, Long> positions)
            throws IOException {
        try {
            index.write(events.stream().map(ReadEvent::event).toList(), positions);
        } catch (RuntimeException e) {
            suspect = Map.copyOf(positions);
            throw e;
        }
    }

    /** After a failure the others are tried still, so that many that are bad take no longer. */
    private void writeOneByOne(List<ReadEvent> events) throws IOException {
        List<Failure> failed = new ArrayList<>();
        ReadEvent good = null;
        for (ReadEvent one : events) {
            try {
                index.write(List.of(one.event()), Map.of());
                good = one;
            } catch (RuntimeException e) {
                failed.add(new Failure(one, e));
                if (good != null) {
                    // If that fails now, too, it is the index that cannot be written.
                    index.write(List.of(good.event()), Map.of());
                }
            }
        }
        if (!failed.isEmpty()) {
            if (good != null) {
                failed.forEach(this::count);
            }
            throw failed.get(0).why;
        }
    }

    private void count(Failure failure) {
        ReadEvent failed = failure.event;
        if (failures.merge(failed.place(), 1, Integer::sum) == ENOUGH_FAILURES) {
            refused.add(failed.place());
            malformed.add(failed.source(), "it cannot be indexed: " + failure.why);
        }
    }
}
