// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Term;
import dev.sightline.clip.VectorBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The queries in force, their terms as one matrix for all streams. Immutable. A term costs its
 * vector twice, here and in its query: 2 KB at 256 dimensions.
 */
public final class ActiveQueries {

    private final List<ArmedQuery> queries;
    private final List<Term> terms = new ArrayList<>();
    private final int[] firstRows;
    private final VectorBank matrix;

    /**
     * @param queries in an order of their own
     */
    public ActiveQueries(List<ArmedQuery> queries) {
        this.queries = List.copyOf(queries);
        this.firstRows = new int[queries.size()];
        for (int i = 0; i < firstRows.length; i++) {
            firstRows[i] = terms.size();
            terms.addAll(queries.get(i).terms());
        }
        int dimension = terms.isEmpty() ? 0 : terms.get(0).vector().length;
        this.matrix =
                terms.isEmpty()
                        ? null
                        : VectorBank.of(terms.stream().map(Term::vector).toList(), dimension);
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

    /** The terms of all queries, one query after the other. */
    List<Term> terms() {
        return terms;
    }

    /** Where a query's terms begin. */
    int firstRow(int query) {
        return firstRows[query];
    }

    /** Where they end. */
    int endRow(int query) {
        return query + 1 < firstRows.length ? firstRows[query + 1] : terms.size();
    }

    /** The cosines of some terms with a vector, in the order of their rows. */
    float[] cosines(float[] vector, int[] rows) {
        return rows.length == 0 ? new float[0] : matrix.cosines(vector, rows);
    }
}
