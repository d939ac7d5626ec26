// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.QueryRequest;
import dev.sightline.search.query.StandingQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Standing queries. */
final class QueriesJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QueriesJson() {}

    /** All of them, but for the pictures in them, which make megabytes. */
    static ObjectNode of(List<StandingQuery> queries) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("queries");
        queries.stream()
                .filter(query -> query.state() != StandingQuery.State.REMOVED)
                .forEach(query -> array.add(withoutPictures(of(query))));
        return json;
    }

    private static ObjectNode withoutPictures(ObjectNode query) {
        JsonNode definition = query.get("definition").deepCopy();
        boolean leftOut = removePictures(definition);
        query.set("definition", definition);
        return query.put("pictureLeftOut", leftOut);
    }

    /** Those that are in it themselves, in whichever of its parts; whether there were any. */
    private static boolean removePictures(JsonNode part) {
        boolean any = false;
        if (part instanceof ObjectNode object
                && object.path("image").asText().startsWith("data:")) {
            object.remove("image");
            any = true;
        }
        for (JsonNode child : part) {
            any |= removePictures(child);
        }
        return any;
    }

    /** One as it is. */
    static ObjectNode of(StandingQuery query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", query.id()).put("text", query.text());
        json.put("state", state(query.state())).put("reason", query.reason());
        json.put("ofSettings", query.state() == StandingQuery.State.OF_SETTINGS);
        json.put("version", query.version()).put("threshold", query.threshold());
        json.put("falseAlarmsPerDay", query.falseAlarmsPerDay());
        json.set("definition", query.definition());
        return json;
    }

    private static String state(StandingQuery.State state) {
        return switch (state) {
            case UNANSWERED -> null;
            case OF_SETTINGS -> "accepted";
            case ACCEPTED, REFUSED, REMOVED -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    static ObjectNode definition(QueryRequest query) {
        try {
            return (ObjectNode) JSON.readTree(query.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException("a query's own JSON can be read", e);
        }
    }
}
