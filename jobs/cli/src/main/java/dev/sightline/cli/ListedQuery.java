// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.job.kafka.ControlTopicSnapshot.Entry;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * A query of the control topic with what the job last said of it.
 *
 * @param id the query
 * @param request its definition, or null if it cannot be understood
 * @param problem why it cannot, or null
 * @param status of the job; an object without fields if it said nothing
 */
record ListedQuery(String id, QueryRequest request, String problem, JsonNode status) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "%-24s %7s  %-10s %9s %12s  %s%n";
    private static final String UNANSWERED = "unanswered";

    static ListedQuery of(String id, Entry definition, Entry status) {
        JsonNode said = status == null ? JSON.createObjectNode() : json(status.value());
        try {
            return new ListedQuery(id, QueryRequest.parse(id, definition.value()), null, said);
        } catch (MalformedRequest e) {
            return new ListedQuery(id, null, e.getMessage(), said);
        }
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private String state() {
        if (request == null) {
            return "malformed";
        }
        return isAnswered() ? status.path("state").asText() : UNANSWERED;
    }

    /** The last word may be about an earlier version, or from before the query was added again. */
    private boolean isAnswered() {
        return status.path("version").asLong(-1) == request.version()
                && !status.path("state").asText().equals("removed");
    }

    private String explanation() {
        if (request == null) {
            return problem;
        }
        String reason = isAnswered() ? status.path("reason").asText() : "";
        return reason.isEmpty() ? request.text() : request.text() + ": " + reason;
    }

    private String number(String field, String format) {
        return request != null && isAnswered() && status.has(field)
                ? String.format(format, status.get(field).asDouble())
                : "-";
    }

    /** One line of JSON: the definition that the topic holds, and the last status. */
    String toJson() {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", id).put("state", state());
        if (request == null) {
            line.put("problem", problem);
        } else {
            line.put("text", request.text()).set("query", json(request.toJson()));
        }
        return line.set("status", status).toString();
    }

    /** Prints a table. */
    static void print(List<ListedQuery> queries, PrintStream out) {
        out.printf(ROW, "ID", "VERSION", "STATE", "THRESHOLD", "FALSE A DAY", "LOOKS FOR");
        for (ListedQuery query : queries) {
            out.printf(
                    ROW,
                    query.id,
                    query.request == null ? "-" : query.request.version(),
                    query.state(),
                    query.number("threshold", "%.3f"),
                    query.number("expectedFalseAlarmsPerDay", "%.2f"),
                    query.explanation());
        }
    }
}
