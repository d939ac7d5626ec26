// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.index.StreamSummary;
import java.util.List;
import java.util.Set;

/** Streams, and what there is of them. */
final class StreamsJson {

    private StreamsJson() {}

    /**
     * A page of them.
     *
     * @param streams all
     * @param playable ids of those on the page that have a video
     */
    static ObjectNode of(List<StreamSummary> streams, Paging paging, Set<String> playable) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("streams");
        paging.of(streams).forEach(stream -> array.add(of(stream, playable)));
        Paging.put(json, streams.size(), paging.page(), paging.size());
        return json;
    }

    private static ObjectNode of(StreamSummary stream, Set<String> playable) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", stream.id()).put("uri", stream.uri()).put("kind", stream.kind());
        json.put("live", stream.live()).put("state", stream.state());
        stream.epochs().forEach(json.putArray("epochs")::add);
        json.put("samples", stream.samples()).put("changes", stream.changes());
        json.put("matches", stream.matches()).put("durationMs", stream.durationMs());
        json.put("first", TimeJson.wall(stream.first())).put("last", TimeJson.wall(stream.last()));
        stream.models().stream().sorted().forEach(json.putArray("models")::add);
        return json.put("playable", playable.contains(stream.id()));
    }
}
