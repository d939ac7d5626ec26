// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What users want of a task's streams: the queries, and which of their matches they called wrong.
 * Made of what stood when the job was submitted and of what was told since, which the task keeps.
 * Immutable.
 */
final class QueriesInForce {

    private final ActiveQueries active;
    private final Predicate<PastMatch> calledWrong;

    /**
     * @param active the queries
     * @param calledWrong which matches are wrong, also among those that are yet to come
     */
    private QueriesInForce(ActiveQueries active, Predicate<PastMatch> calledWrong) {
        this.active = active;
        this.calledWrong = calledWrong;
    }

    ActiveQueries active() {
        return active;
    }

    Predicate<PastMatch> calledWrong() {
        return calledWrong;
    }

    /** What stood when the job was submitted, ready to match. */
    static final class Initial {

        private final List<ArmedQuery> armed;
        private final Map<String, QueryFeedback> feedback;
        private final long submission;

        /**
         * @param armed of its queries
         */
        Initial(InitialQueries initial, List<ArmedQuery> armed) {
            this.armed = armed;
            this.feedback = QueryFeedback.of(initial);
            this.submission = initial.submission();
        }

        /**
         * With what was told since.
         *
         * @param updates the latest of each query
         * @param told feedback by query
         * @param events give matches their ids
         */
        QueriesInForce with(
                Iterable<Map.Entry<String, QueryUpdate>> updates,
                Iterable<Map.Entry<String, QueryFeedback>> told,
                MatchEvents events) {
            Map<String, QueryFeedback> all = new HashMap<>(feedback);
            for (Map.Entry<String, QueryFeedback> each : told) {
                if (each.getValue().submission() == submission) {
                    all.put(each.getKey(), each.getValue());
                }
            }
            all.values().removeIf(each -> each.wrong().isEmpty());
            return new QueriesInForce(
                    ActiveQueries.of(armed, submission, updates),
                    match -> {
                        QueryFeedback its = all.get(match.queryId());
                        return its != null && its.wrong().contains(events.id(match));
                    });
        }

        /**
         * What is to be kept of a query's feedback after an update of it or its query.
         *
         * @param known what was kept, or null
         * @return null for nothing
         */
        QueryFeedback after(QueryUpdate update, QueryFeedback known) {
            QueryFeedback asSubmitted = feedback.get(update.queryId());
            QueryFeedback nothing = QueryFeedback.none(update.submission());
            if (update.feedback() != null) {
                boolean holds = known != null && known.submission() == update.submission();
                QueryFeedback before = asSubmitted == null ? nothing : asSubmitted;
                QueryFeedback next = (holds ? known : before).with(update.feedback());
                return asSubmitted == null && next.wrong().isEmpty() ? null : next;
            }
            if (!update.removes()) {
                return known;
            }
            return asSubmitted == null ? null : nothing;
        }
    }
}
