// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.QueryRequest;

/**
 * A query of which it was told that it was accepted, refused or removed.
 *
 * @param queryId the query
 * @param sequence of the control record that was answered
 * @param inForce the definition that is followed, of this record or of one before; null for none
 * @param removed the record took the query back
 */
public record AnsweredQuery(String queryId, long sequence, QueryRequest inForce, boolean removed) {

    /** A query that stands: accepted, or refused. */
    AnsweredQuery(String queryId, long sequence, QueryRequest inForce) {
        this(queryId, sequence, inForce, false);
    }

    /** Whether a record is the one that was answered, so that what is in force stays. */
    boolean stands(QueryCommand command) {
        return inForce != null && sequence == command.sequence();
    }

    /**
     * Whether something is in force that a record has to replace, as it came later to the topic.
     * What other settings said does not stand in the way of these.
     */
    boolean standsBefore(QueryCommand command) {
        return inForce != null && sequence >= 0 && sequence < command.sequence();
    }
}
