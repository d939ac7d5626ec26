// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes queries of the values that were given; what is wrong with them becomes a problem each. */
final class QueryValues {

    private final OptionValues values;
    private final Map<String, QueryRequest> queries = new LinkedHashMap<>();

    QueryValues(OptionValues values) {
        this.values = values;
    }

    List<QueryRequest> read() {
        ObjectNode defaults = defaults();
        for (String text : values.optional(QueryOptions.QUERY).orElse(List.of())) {
            try {
                add(QueryOptions.QUERY.key(), WrittenQueries.request(object(text), defaults));
            } catch (MalformedRequest e) {
                values.problem(QueryOptions.QUERY.key() + ": " + e.getMessage());
            }
        }
        values.optional(QueryOptions.QUERIES).ifPresent(file -> read(Path.of(file), defaults));
        return new ArrayList<>(queries.values());
    }

    /** Anything but an object is the text itself. */
    private static ObjectNode object(String text) throws MalformedRequest {
        return text.stripLeading().startsWith("{")
                ? WrittenQueries.object(text)
                : JsonNodeFactory.instance.objectNode().put("text", text);
    }

    private void read(Path file, ObjectNode defaults) {
        try {
            int number = 0;
            for (ObjectNode object : WrittenQueries.file(file)) {
                number++;
                read(file + ", query " + number, object, defaults);
            }
        } catch (MalformedRequest e) {
            values.problem(QueryOptions.QUERIES.key() + ": " + e.getMessage());
        }
    }

    private void read(String place, ObjectNode object, ObjectNode defaults) {
        try {
            add(QueryOptions.QUERIES.key(), WrittenQueries.request(object, defaults));
        } catch (MalformedRequest e) {
            values.problem(QueryOptions.QUERIES.key() + ": " + place + ": " + e.getMessage());
        }
    }

    private void add(String option, QueryRequest query) {
        QueryRequest other = queries.putIfAbsent(query.id(), query);
        if (other != null && !other.equals(query)) {
            values.problem(
                    option
                            + ": two queries have the id '"
                            + query.id()
                            + "'; give them ids of their own, as {\"id\": ...}");
        }
    }

    private ObjectNode defaults() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "alarmBudgetPerDay",
                        values.get(
                                QueryOptions.ALARM_BUDGET,
                                n -> n > 0,
                                "a number above 0, for example 1"))
                .put(
                        "minDurationMs",
                        values.notNegative(QueryOptions.MIN_MATCH_DURATION).toMillis())
                .put("cooldownMs", values.notNegative(QueryOptions.MATCH_COOLDOWN).toMillis());
    }
}
