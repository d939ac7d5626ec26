// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.QueryRequest;

/**
 * A query of which it was told that it was accepted or refused.
 *
 * @param queryId the query
 * @param sequence of the control record that was answered
 * @param inForce the definition that is followed, of this record or of one before; null for none
 */
public record AnsweredQuery(String queryId, long sequence, QueryRequest inForce) {

    /** Whether a record is the one that was answered, so that what is in force stays. */
    boolean stands(QueryCommand command) {
        return inForce != null && sequence == command.sequence();
    }

    /** Whether a definition is too old to take the place of the one in force. */
    boolean outranks(QueryRequest other) {
        return inForce != null && other.version() < inForce.version();
    }
}
