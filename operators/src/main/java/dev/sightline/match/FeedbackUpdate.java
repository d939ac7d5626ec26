// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryRequest;

/**
 * What every task is told of a match that a user called wrong.
 *
 * @param feedback the match and its query
 * @param withdrawn the user took it back
 */
public record FeedbackUpdate(MatchFeedback feedback, boolean withdrawn) {

    /**
     * Refuses what cannot change anything, so that nobody waits for its effect. What is taken back
     * may be of a query that has gone.
     *
     * @param query in force, or null if there is none
     * @throws MalformedRequest.Unsupported saying why it cannot
     */
    void checkAgainst(QueryRequest query) throws MalformedRequest.Unsupported {
        if (withdrawn) {
            return;
        }
        if (query == null) {
            throw new MalformedRequest.Unsupported(
                    "no query is in force with the id '" + feedback.queryId() + "'");
        }
        if (!query.labels().isEmpty()) {
            throw new MalformedRequest.Unsupported(
                    "a wrong match changes nothing where 'labels' vie with each other: reword them");
        }
        if (query.threshold() != null) {
            throw new MalformedRequest.Unsupported(
                    "a wrong match changes nothing where 'threshold' is set by hand: raise it, or"
                            + " leave it out, so that it follows from 'alarmBudgetPerDay'");
        }
    }
}
