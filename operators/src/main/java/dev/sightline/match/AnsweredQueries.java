// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.QueryRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was answered to the control records of queries, so that none is answered twice, and none
 * that a later one has overruled. Holds the queries that stand, and of those that were removed the
 * latest {@value #MOST_REMOVED}: an id and a number each.
 *
 * <p>That many are enough, since a record can only come again together with the removal behind it:
 * all records of a key are in one partition, whose compaction takes a removal away later than what
 * it removed. With what was forgotten, a query stands until its removal is read again.
 */
final class AnsweredQueries {

    static final int MOST_REMOVED = 1024;

    private final Map<String, AnsweredQuery> standing = new TreeMap<>();
    private final Map<String, AnsweredQuery> removed = new LinkedHashMap<>();

    /**
     * @param answers what {@link #all()} gave
     */
    AnsweredQueries(Iterable<AnsweredQuery> answers) {
        answers.forEach(each -> (each.removed() ? removed : standing).put(each.queryId(), each));
    }

    /** Everything, in an order of its own. */
    List<AnsweredQuery> all() {
        List<AnsweredQuery> all = new ArrayList<>(standing.values());
        all.addAll(removed.values());
        return all;
    }

    /** Whether a record is neither the one that was answered last of its key, nor an older one. */
    boolean isNews(QueryCommand command) {
        return isBehind(standing.get(command.queryId()), command)
                && isBehind(removed.get(command.queryId()), command);
    }

    private static boolean isBehind(AnsweredQuery answer, QueryCommand command) {
        return answer == null || answer.sequence() < command.sequence();
    }

    /** The definition of a query that is followed, or null for none. */
    QueryRequest inForce(String queryId) {
        AnsweredQuery known = standing.get(queryId);
        return known == null ? null : known.inForce();
    }

    /** Whether a query stands, be it that it was refused. */
    boolean stands(String queryId) {
        return standing.containsKey(queryId);
    }

    /** Keeps what was answered of a query that stands. */
    void stand(AnsweredQuery answer) {
        standing.put(answer.queryId(), answer);
    }

    /** Keeps that a query was removed; says whether it stood before. */
    boolean remove(String queryId, long sequence) {
        removed.remove(queryId);
        removed.put(queryId, new AnsweredQuery(queryId, sequence, null, true));
        if (removed.size() > MOST_REMOVED) {
            removed.remove(removed.keySet().iterator().next());
        }
        return standing.remove(queryId) != null;
    }

    /** Forgets what stood: another submission has queries of its own. Gives what it was, by id. */
    Map<String, AnsweredQuery> startAgain() {
        Map<String, AnsweredQuery> before = new TreeMap<>(standing);
        standing.clear();
        return before;
    }
}
