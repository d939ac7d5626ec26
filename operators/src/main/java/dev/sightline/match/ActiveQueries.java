// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The queries in force, as one matrix. Immutable. */
final class ActiveQueries {

    private final List<ArmedQuery> queries;
    private final QueryMatrix matrix;

    private ActiveQueries(List<ArmedQuery> queries) {
        this.queries = queries;
        int dimension = queries.isEmpty() ? 0 : queries.get(0).vector().length;
        this.matrix = QueryMatrix.of(queries.stream().map(ArmedQuery::vector).toList(), dimension);
    }

    /**
     * @param initial queries that stood when the job was submitted
     * @param submission which submission that was: updates of another one do not hold any more
     * @param updates the latest update of each query
     */
    static ActiveQueries of(
            List<ArmedQuery> initial,
            long submission,
            Iterable<Map.Entry<String, QueryUpdate>> updates) {
        Map<String, ArmedQuery> byId = new TreeMap<>();
        initial.forEach(query -> byId.put(query.request().id(), query));
        for (Map.Entry<String, QueryUpdate> update : updates) {
            if (update.getValue().submission() != submission) {
                continue;
            }
            if (update.getValue().armed() == null) {
                byId.remove(update.getKey());
            } else {
                byId.put(update.getKey(), update.getValue().armed());
            }
        }
        return new ActiveQueries(List.copyOf(byId.values()));
    }

    /** The queries, in an order of their own. */
    List<ArmedQuery> queries() {
        return queries;
    }

    /** The cosine of each query with a sample, in the same order. */
    float[] scores(float[] sample) {
        return queries.isEmpty() ? new float[0] : matrix.scores(sample);
    }
}
