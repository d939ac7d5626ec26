// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.BudgetScope;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What well-formed queries may ask for that this version cannot do. */
final class ServedQueries {

    private static final Map<String, Predicate<QueryRequest>> LATER = new LinkedHashMap<>();

    static {
        LATER.put("'and'", any(step -> !step.and().isEmpty()));
        LATER.put("'not'", any(step -> !step.not().isEmpty()));
        LATER.put("'then'", query -> query.steps().size() > 1);
        LATER.put("'labels'", query -> !query.labels().isEmpty());
        LATER.put("'budgetScope: query'", query -> query.budgetScope() == BudgetScope.QUERY);
    }

    private ServedQueries() {}

    private static Predicate<QueryRequest> any(Predicate<QueryStep> step) {
        return query -> query.steps().stream().anyMatch(step);
    }

    /**
     * Refuses a query that asks for what cannot be done.
     *
     * @throws MalformedRequest.Unsupported naming the first such thing
     */
    static void check(QueryRequest query) throws MalformedRequest.Unsupported {
        for (Map.Entry<String, Predicate<QueryRequest>> later : LATER.entrySet()) {
            if (later.getValue().test(query)) {
                throw new MalformedRequest.Unsupported(
                        later.getKey() + " is not supported by this version");
            }
        }
    }
}
