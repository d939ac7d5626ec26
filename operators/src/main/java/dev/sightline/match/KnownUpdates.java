// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Decides which updates of queries a task keeps. A removal is only kept of a query that stood when
 * the job was submitted, and would come back otherwise; of others there is nothing left to know,
 * since updates come from one operator, in its order, and that one knows what it has removed. So
 * there are as many updates as queries that stand now or stood then.
 */
final class KnownUpdates {

    private final Set<String> initial;
    private final long submission;

    /**
     * @param initial queries of the submission that runs
     */
    KnownUpdates(InitialQueries initial) {
        this.initial = initial.ids();
        this.submission = initial.submission();
    }

    /** Whether an update has to be kept; otherwise nothing has to of its query. */
    boolean keeps(QueryUpdate update) {
        return update.armed() != null || initial.contains(update.queryId());
    }

    /** Queries of which other submissions have told, which does not hold any more. */
    <T> List<String> obsolete(Iterable<Map.Entry<String, T>> told, ToLongFunction<T> submissionOf) {
        List<String> obsolete = new ArrayList<>();
        for (Map.Entry<String, T> each : told) {
            if (submissionOf.applyAsLong(each.getValue()) != submission) {
                obsolete.add(each.getKey());
            }
        }
        return obsolete;
    }
}
