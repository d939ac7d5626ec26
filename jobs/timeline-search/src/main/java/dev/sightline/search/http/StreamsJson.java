// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Streams, and what there is of them.
 *
 * @param playable whether a stream has a video
 */
record StreamsJson(Predicate<StreamRef> playable) {

    ObjectNode of(List<StreamSummary> streams, Paging paging) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("streams");
        paging.of(streams).forEach(stream -> array.add(of(stream)));
        Paging.put(json, streams.size(), paging.page(), paging.size());
        return json;
    }

    private ObjectNode of(StreamSummary stream) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", stream.id()).put("uri", stream.uri()).put("kind", stream.kind());
        json.put("live", stream.live()).put("state", stream.state());
        stream.epochs().forEach(json.putArray("epochs")::add);
        json.put("samples", stream.samples()).put("changes", stream.changes());
        json.put("matches", stream.matches()).put("durationMs", stream.durationMs());
        json.put("first", TimeJson.wall(stream.first())).put("last", TimeJson.wall(stream.last()));
        stream.models().stream().sorted().forEach(json.putArray("models")::add);
        return json.put("playable", isPlayable(stream));
    }

    private boolean isPlayable(StreamSummary stream) {
        if (stream.epochs().isEmpty() || stream.live()) {
            return false;
        }
        long epoch = stream.epochs().get(stream.epochs().size() - 1);
        SourceKind kind = SourceKind.valueOf(stream.kind().toUpperCase(Locale.ROOT));
        // The summary has no fingerprint; whether the file is still the same is checked when played.
        return playable.test(new StreamRef(stream.id(), epoch, stream.uri(), kind, ""));
    }
}
