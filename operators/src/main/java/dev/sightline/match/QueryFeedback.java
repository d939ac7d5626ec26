// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.MatchFeedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What users said of the matches of one query. Kept apart from the streams: ids of matches are the
 * same in a replay, so that it counts also for matches that are yet to come.
 *
 * @param wrong ids of matches that were called wrong, the latest last; at most {@value #MOST}
 * @param submission of the job that was told; what another submission was told does not hold
 */
public record QueryFeedback(List<String> wrong, long submission) {

    /** Of one query; 30 KB. Who says more than that wants another query. */
    static final int MOST = 256;

    /** Takes the list as it is. */
    public QueryFeedback {
        wrong = List.copyOf(wrong);
    }

    static QueryFeedback none(long submission) {
        return new QueryFeedback(List.of(), submission);
    }

    /**
     * What the control topic held when a job was submitted, by query.
     *
     * @param initial what cannot be understood in it is left out
     */
    static Map<String, QueryFeedback> of(InitialQueries initial) {
        Map<String, QueryFeedback> byQuery = new TreeMap<>();
        for (QueryCommand command : initial.commands()) {
            if (!command.isFeedback()) {
                continue;
            }
            try {
                MatchFeedback feedback = command.feedback();
                QueryFeedback before =
                        byQuery.getOrDefault(feedback.queryId(), none(initial.submission()));
                byQuery.put(
                        feedback.queryId(),
                        before.with(new FeedbackUpdate(feedback, command.removes())));
            } catch (MalformedRequest e) {
                // The operator that answers control records makes an event of it.
            }
        }
        return byQuery;
    }

    /** With what was said of one more match, or taken back. */
    QueryFeedback with(FeedbackUpdate update) {
        String id = update.feedback().matchId();
        if (wrong.contains(id) != update.withdrawn()) {
            return this;
        }
        List<String> next = new ArrayList<>(wrong);
        if (update.withdrawn()) {
            next.remove(id);
        } else {
            next.add(id);
        }
        return new QueryFeedback(
                next.subList(Math.max(0, next.size() - MOST), next.size()), submission);
    }
}
