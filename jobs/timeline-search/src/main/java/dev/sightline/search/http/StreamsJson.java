// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.video.StreamRef;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Streams, and what there is of them. */
final class StreamsJson {

    private StreamsJson() {}

    /**
     * A page of them.
     *
     * @param streams all
     * @param playable whether a stream has a video
     */
    static ObjectNode of(
            List<StreamSummary> streams, Paging paging, Predicate<StreamRef> playable) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("streams");
        paging.of(streams).forEach(stream -> array.add(of(stream, playable)));
        Paging.put(json, streams.size(), paging.page(), paging.size());
        return json;
    }

    private static ObjectNode of(StreamSummary stream, Predicate<StreamRef> playable) {
        StreamRef latest = stream.latest();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", stream.id()).put("uri", latest.uri());
        json.put("kind", latest.kind().name().toLowerCase(Locale.ROOT));
        json.put("live", latest.isLive()).put("state", stream.state());
        stream.epochs().forEach(json.putArray("epochs")::add);
        json.put("samples", stream.samples()).put("changes", stream.changes());
        json.put("matches", stream.matches()).put("durationMs", stream.durationMs());
        json.put("first", TimeJson.wall(stream.first())).put("last", TimeJson.wall(stream.last()));
        stream.models().stream().sorted().forEach(json.putArray("models")::add);
        return json.put("playable", playable.test(latest));
    }
}
