// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes events to an index. One that the index cannot take, for whatever reason, is found and left
 * out, so that it does not keep all that come later from being indexed. For one thread.
 */
final class EventWriter {

    private final TimelineIndex index;
    private final MalformedRecords malformed;
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
        List<ReadEvent> good = read.stream().filter(one -> !refused.contains(one.place())).toList();
        if (suspect.isEmpty()) {
            writeTogether(good, positions);
        } else {
            writeOneByOne(good);
            index.write(List.of(), positions);
            if (Positions.reach(positions, suspect)) {
                suspect = Map.of();
            }
        }
        return good;
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

    private void writeOneByOne(List<ReadEvent> events) throws IOException {
        for (ReadEvent one : events) {
            try {
                index.write(List.of(one.event()), Map.of());
            } catch (RuntimeException e) {
                refused.add(one.place());
                malformed.add(one.source(), "it cannot be indexed: " + e);
                throw e;
            }
        }
    }
}
