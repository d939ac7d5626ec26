// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.moment.Moment;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.timeline.Scene;
import dev.sightline.video.StreamRef;
import java.util.function.Predicate;

/**
 * What was found.
 *
 * @param models names of models
 * @param playable whether a stream has a video
 */
record MomentJson(ModelJson models, Predicate<StreamRef> playable) {

    ObjectNode of(SearchRequest asked, SearchAnswer answer, long tookMs) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("model", models.of(answer.model()));
        json.put("standsOut", answer.standsOut()).put("message", answer.message());
        Paging.put(json, answer.total(), asked.page(), asked.pageSize());
        json.put("searched", answer.searched()).put("capped", answer.capped());
        json.put("tookMs", tookMs);
        ArrayNode moments = json.putArray("moments");
        answer.moments().forEach(moment -> moments.add(of(moment)));
        return json;
    }

    private ObjectNode of(Moment moment) {
        StreamRef stream = moment.stream();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", moment.id()).put("stream", stream.streamId());
        json.put("epoch", stream.epoch()).put("live", stream.isLive());
        json.set("start", TimeJson.of(moment.start()));
        json.set("peak", TimeJson.of(moment.peak()));
        json.set("end", TimeJson.of(moment.end()));
        json.put("score", moment.score()).put("cosine", moment.cosine());
        json.set("scene", scene(moment.scene()));
        json.put("similar", moment.similar());
        json.put("picture", Address.picture(moment.picture()));
        return json.put("playable", playable.test(stream));
    }

    private static ObjectNode scene(Scene scene) {
        return scene == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("id", scene.id())
                        .put("startMs", scene.startMs())
                        .put("endMs", scene.endMs());
    }
}
