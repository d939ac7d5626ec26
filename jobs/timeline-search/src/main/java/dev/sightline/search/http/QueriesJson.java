// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.QueryRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Standing queries. */
final class QueriesJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QueriesJson() {}

    static ObjectNode of(List<QueryStore.Listed> queries) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("queries");
        queries.forEach(query -> array.add(of(query)));
        return json;
    }

    static ObjectNode of(QueryStore.Listed query) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", query.id()).put("text", query.text());
        json.put("state", query.state()).put("reason", query.reason());
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
