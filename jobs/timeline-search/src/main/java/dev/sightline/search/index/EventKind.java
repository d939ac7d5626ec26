// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import java.util.List;

/** Kinds of documents; their order is part of the format on disk. */
enum EventKind {
    /** A vector. */
    SAMPLE,
    /** A scene change. */
    SCENE,
    /** The latest phase of a match. */
    MATCH,
    /** What became of a stream. */
    STATUS,
    /** That a stream lives; the index keeps an epoch's latest one alone. */
    HEARTBEAT;

    static final List<EventKind> VALUES = List.of(values());

    static EventKind of(TimelineEvent event) {
        if (event instanceof IndexedSample) {
            return SAMPLE;
        } else if (event instanceof SceneEvent) {
            return SCENE;
        } else if (event instanceof MatchEvent) {
            return MATCH;
        }
        return ((StatusEvent) event).state().equals("heartbeat") ? HEARTBEAT : STATUS;
    }

    /** Key of a document: ids of different kinds never meet. */
    String key(String id) {
        return name() + ' ' + id;
    }

    /** Key of an event's document. */
    static String keyOf(TimelineEvent event) {
        EventKind kind = of(event);
        return kind.key(kind == HEARTBEAT ? Epochs.name(event.stream()) : event.id());
    }
}
