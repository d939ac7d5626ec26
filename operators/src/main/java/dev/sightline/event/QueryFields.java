// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a query's control record, of the right types. Those that this version does not
 * serve are checked and dropped; {@code later} names the first of them.
 *
 * @param text what to look for, or null
 * @param streams ids or globs; empty for all
 * @param alarmBudgetPerDay false alarms a day, or null
 * @param threshold raw score, or null
 * @param minDurationMs milliseconds, or null
 * @param cooldownMs milliseconds, or null
 * @param version number of the definition, or null
 * @param later what the query asks for that this version cannot do, or null
 */
record QueryFields(
        String text,
        List<String> streams,
        Double alarmBudgetPerDay,
        Double threshold,
        Long minDurationMs,
        Long cooldownMs,
        Long version,
        String later) {

    private static final Set<String> KNOWN =
            Set.of(
                    "text",
                    "image",
                    "and",
                    "not",
                    "weights",
                    "streams",
                    "alarmBudgetPerDay",
                    "threshold",
                    "minDurationMs",
                    "cooldownMs",
                    "budgetScope",
                    "then",
                    "labels",
                    "version");

    /** In the order in which they are named. */
    private static final List<String> LATER =
            List.of("image", "weights", "and", "not", "then", "labels");

    /** The budget holds for each stream, or is spread over all streams of the query. */
    private static final Set<String> SCOPES = Set.of("stream", "query");

    static QueryFields parse(byte[] json) throws MalformedRequest {
        JsonFields fields = JsonFields.parse(json, KNOWN);
        return new QueryFields(
                fields.text("text"),
                fields.texts("streams"),
                fields.number("alarmBudgetPerDay"),
                fields.number("threshold"),
                fields.integer("minDurationMs"),
                fields.integer("cooldownMs"),
                fields.integer("version"),
                later(fields));
    }

    /** Why the query is well formed and is refused all the same, if it is. */
    Optional<String> unsupported() {
        return Optional.ofNullable(later)
                .map(asked -> "'" + asked + "' is not supported by this version");
    }

    private static String later(JsonFields fields) throws MalformedRequest {
        fields.text("image");
        fields.requireObject("weights");
        fields.texts("and");
        fields.texts("not");
        fields.requireObject("then");
        fields.texts("labels");
        String scope = fields.text("budgetScope");
        if (scope != null && !SCOPES.contains(scope)) {
            throw new MalformedRequest("'budgetScope' has to be stream or query: " + scope);
        }
        String otherScope = "query".equals(scope) ? "budgetScope: query" : null;
        return LATER.stream().filter(fields::has).findFirst().orElse(otherScope);
    }
}
