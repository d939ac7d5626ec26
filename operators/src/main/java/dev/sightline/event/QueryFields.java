// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the fields of a query's control record. They have to be of the right types; what they say
 * is checked by the request.
 */
final class QueryFields {

    /** What one step of a sequence has. */
    private static final Set<String> STEP =
            Set.of("text", "image", "weights", "and", "not", "then");

    private static final Set<String> KNOWN =
            Stream.concat(
                            STEP.stream(),
                            Stream.of(
                                    "labels",
                                    "streams",
                                    "alarmBudgetPerDay",
                                    "budgetScope",
                                    "threshold",
                                    "minDurationMs",
                                    "cooldownMs",
                                    "version"))
                    .collect(Collectors.toUnmodifiableSet());

    private QueryFields() {}

    static QueryRequest parse(String id, byte[] json) throws MalformedRequest {
        JsonFields fields = JsonFields.parse(json, KNOWN);
        List<String> labels = fields.texts("labels");
        return new QueryRequest(
                id,
                labels.isEmpty() || STEP.stream().anyMatch(fields::has) ? steps(fields) : List.of(),
                labels,
                fields.texts("streams"),
                orElse(fields.number("alarmBudgetPerDay"), QueryRequest.DEFAULT_BUDGET),
                scope(fields.text("budgetScope")),
                fields.number("threshold"),
                orElse(fields.integer("minDurationMs"), QueryRequest.DEFAULT_MIN_DURATION_MS),
                orElse(fields.integer("cooldownMs"), QueryRequest.DEFAULT_COOLDOWN_MS),
                orElse(fields.integer("version"), 1L));
    }

    private static List<QueryStep> steps(JsonFields first) throws MalformedRequest {
        List<QueryStep> steps = new ArrayList<>();
        steps.add(step(first));
        JsonFields then = first.object("then", Set.of("query", "withinMs"));
        while (then != null) {
            long withinMs = orElse(then.integer("withinMs"), 0L);
            if (then.isText("query")) {
                steps.add(QueryStep.ofText(then.text("query")).within(withinMs));
                break;
            }
            JsonFields query = then.object("query", STEP);
            if (query == null) {
                throw new MalformedRequest("'" + then.place("query") + "' is missing");
            }
            steps.add(step(query).within(withinMs));
            then = query.object("then", Set.of("query", "withinMs"));
        }
        return steps;
    }

    private static QueryStep step(JsonFields fields) throws MalformedRequest {
        return new QueryStep(
                fields.text("text"),
                image(fields),
                weights(fields),
                fields.texts("and"),
                fields.texts("not"),
                0);
    }

    private static String image(JsonFields fields) throws MalformedRequest {
        String image = fields.text("image");
        try {
            return image == null ? null : QueryImage.read(image);
        } catch (MalformedRequest e) {
            throw new MalformedRequest("'" + fields.place("image") + "': " + e.getMessage());
        }
    }

    private static QueryWeights weights(JsonFields fields) throws MalformedRequest {
        JsonFields weights = fields.object("weights", Set.of("text", "image"));
        if (weights == null) {
            return QueryWeights.EQUAL;
        }
        return new QueryWeights(
                orElse(weights.number("text"), QueryWeights.EQUAL.text()),
                orElse(weights.number("image"), QueryWeights.EQUAL.image()));
    }

    private static BudgetScope scope(String name) throws MalformedRequest {
        if (name == null) {
            return BudgetScope.STREAM;
        }
        return Stream.of(BudgetScope.values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new MalformedRequest(
                                        "'budgetScope' has to be stream or query: " + name));
    }

    private static <T> T orElse(T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
