// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * What every task is told of a query.
 *
 * @param queryId the query
 * @param armed the query, or null if it was removed
 * @param feedback on one of its matches, in an update that says nothing else; or null
 * @param sequence of the control record; an older one changes nothing
 * @param submission of the job that tells it; what another submission told does not hold any more
 */
public record QueryUpdate(
        String queryId, ArmedQuery armed, FeedbackUpdate feedback, long sequence, long submission) {

    /** Tells of a query. */
    QueryUpdate(String queryId, ArmedQuery armed, long sequence, long submission) {
        this(queryId, armed, null, sequence, submission);
    }

    /** Whether it holds although another update of the query is known. */
    boolean overrules(QueryUpdate known) {
        return known == null || known.submission() != submission || known.sequence() <= sequence;
    }
}
