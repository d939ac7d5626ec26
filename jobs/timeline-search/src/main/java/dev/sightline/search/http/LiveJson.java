// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.live.LiveMessage;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import java.util.Optional;

/** What arrives, as the live feed has it: as in a timeline, with the stream. */
public final class LiveJson {

    private LiveJson() {}

    /** The message about an event; empty for what nobody watches, samples and heartbeats. */
    public static Optional<LiveMessage> of(TimelineEvent event) {
        if (event instanceof MatchEvent match) {
            return message("match", event, TimelineJson.match(match));
        } else if (event instanceof SceneEvent scene) {
            return message("scene", event, scene(scene));
        } else if (event instanceof StatusEvent status && !status.state().equals("heartbeat")) {
            return message("status", event, TimelineJson.status(status));
        }
        return Optional.empty();
    }

    private static Optional<LiveMessage> message(
            String kind, TimelineEvent event, ObjectNode json) {
        json.put("stream", event.stream().streamId()).put("epoch", event.stream().epoch());
        return Optional.of(new LiveMessage(kind, json.toString()));
    }

    /** A scene that has begun and not ended yet. */
    private static ObjectNode scene(SceneEvent scene) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", scene.id())
                .put("startMs", scene.end().mediaMs())
                .putNull("endMs")
                .put("kind", TimelineJson.kind(scene.kind()))
                .put("confidence", scene.confidence())
                .put("uncertaintyMs", scene.uncertaintyMs())
                .put("wall", TimeJson.wall(scene.end().wall()))
                .put("picture", Address.picture(scene.picture() == null ? null : scene.id()));
    }
}
