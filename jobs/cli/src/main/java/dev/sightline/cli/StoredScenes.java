// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.FoundMatch;
import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredEvents;
import dev.sightline.event.MalformedEvent;
import dev.sightline.event.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The scene changes of stored streams, and the pictures that matches had there. */
final class StoredScenes {

    private final List<StoredChange> changes = new ArrayList<>();
    private final Map<Place, String> pictures = new HashMap<>();

    private record Place(String streamId, long epoch, long pts) {}

    /**
     * Reads them.
     *
     * @param wanted streams that count
     */
    static StoredScenes read(EventStore store, Predicate<String> wanted) {
        StoredScenes scenes = new StoredScenes();
        store.read(
                List.of(Topic.SCENE_CHANGES, Topic.QUERY_MATCHES),
                (event, place) -> {
                    if (wanted.test(event.data().path("streamId").asText())) {
                        scenes.take(event, place);
                    }
                });
        return scenes;
    }

    private void take(EventRecord event, String place) {
        if (event.topic().equals(Topic.QUERY_MATCHES.topicName())) {
            takePicture(event.data());
            return;
        }
        try {
            changes.add(StoredEvents.change(event.data()));
        } catch (MalformedEvent e) {
            throw new CommandFailure(place + ": " + e.getMessage(), e);
        }
    }

    private void takePicture(JsonNode match) {
        if (match.path("thumbnail").isTextual()) {
            Place peak =
                    new Place(
                            match.path("streamId").asText(),
                            match.path("epoch").asLong(),
                            match.at("/peak/pts").asLong());
            pictures.put(peak, match.path("thumbnail").textValue());
        }
    }

    List<StoredChange> changes() {
        return changes;
    }

    /** The picture of a match's peak: the sample's own, or one that another match has of it. */
    String picture(FoundMatch match) {
        return match.picture() != null
                ? match.picture()
                : pictures.get(
                        new Place(
                                match.stream().streamId(),
                                match.stream().epoch(),
                                match.peak().pts()));
    }
}
