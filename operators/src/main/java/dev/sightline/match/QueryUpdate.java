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

    /** Below all control records, so that any of them overrules it. */
    private static final long UNARMED = Long.MIN_VALUE;

    /** Tells of a query. */
    QueryUpdate(String queryId, ArmedQuery armed, long sequence, long submission) {
        this(queryId, armed, null, sequence, submission);
    }

    /**
     * Tells of a query of the submission that could not be followed. It was not taken back: what
     * was said of its matches waits for a record that can be.
     */
    static QueryUpdate unarmed(String queryId, long submission) {
        return new QueryUpdate(queryId, null, UNARMED, submission);
    }

    /** Whether the query was taken back, and what was said of its matches with it. */
    boolean removes() {
        return armed == null && feedback == null && sequence != UNARMED;
    }

    /** Whether it holds although another update of the query is known. */
    boolean overrules(QueryUpdate known) {
        return known == null || known.submission() != submission || known.sequence() <= sequence;
    }
}
