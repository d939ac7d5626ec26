// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes control records of queries; what is the default is left out. */
final class QueryJson {

    private QueryJson() {}

    static byte[] writeText(String field, String text) {
        return bytes(object().put(field, text));
    }

    static byte[] write(QueryRequest query) {
        ObjectNode json = query.steps().isEmpty() ? object() : steps(query.steps());
        texts(json, "labels", query.labels());
        texts(json, "streams", query.streams());
        json.put("alarmBudgetPerDay", query.alarmBudgetPerDay());
        if (query.budgetScope() != BudgetScope.STREAM) {
            json.put("budgetScope", query.budgetScope().name().toLowerCase(Locale.ROOT));
        }
        if (query.threshold() != null) {
            json.put("threshold", query.threshold());
        }
        json.put("minDurationMs", query.minDurationMs());
        json.put("cooldownMs", query.cooldownMs());
        json.put("version", query.version());
        return bytes(json);
    }

    private static ObjectNode steps(List<QueryStep> steps) {
        QueryStep first = steps.get(0);
        ObjectNode json = object();
        text(json, "text", first.text());
        text(json, "image", first.image());
        if (!first.weights().equals(QueryWeights.EQUAL)) {
            json.putObject("weights")
                    .put("text", first.weights().text())
                    .put("image", first.weights().image());
        }
        texts(json, "and", first.and());
        texts(json, "not", first.not());
        if (steps.size() > 1) {
            json.putObject("then")
                    .put("withinMs", steps.get(1).withinMs())
                    .set("query", steps(steps.subList(1, steps.size())));
        }
        return json;
    }

    private static void text(ObjectNode json, String field, String text) {
        if (text != null) {
            json.put(field, text);
        }
    }

    private static void texts(ObjectNode json, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.putArray(field)::add);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
