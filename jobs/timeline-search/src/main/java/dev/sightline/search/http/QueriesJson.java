// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

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

    static ObjectNode of(List<StandingQuery> queries) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("queries");
        queries.stream()
                .filter(query -> query.state() != StandingQuery.State.REMOVED)
                .forEach(query -> array.add(of(query)));
        return json;
    }

    static ObjectNode of(StandingQuery query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", query.id()).put("text", query.text());
        boolean answered = query.state() != StandingQuery.State.UNANSWERED;
        String state = answered ? query.state().name().toLowerCase(Locale.ROOT) : null;
        json.put("state", state).put("reason", query.reason());
        json.put("version", query.version()).put("threshold", query.threshold());
        json.put("falseAlarmsPerDay", query.falseAlarmsPerDay());
        json.set("definition", query.definition());
        return json;
    }

    static ObjectNode definition(QueryRequest query) {
        try {
            return (ObjectNode) JSON.readTree(query.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException("a query's own JSON can be read", e);
        }
    }
}
