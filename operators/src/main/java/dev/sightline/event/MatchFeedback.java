// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.io.Serializable;
import java.util.Set;

/**
 * A user's word that a match was wrong. It has a key of its own on the control topic of queries, so
 * that compaction keeps it beside the query; a record without a value takes it back.
 *
 * @param queryId the query that matched
 * @param matchId the match
 */
public record MatchFeedback(String queryId, String matchId) implements Serializable {

    /** Stands between the two ids in the key of the record. */
    static final String INFIX = "/wrong/";

    private static final String WRONG_MATCH = "wrongMatch";

    /** Whether a record with this key is about a match, not a query. */
    public static boolean isKey(String key) {
        return key.contains(INFIX);
    }

    /** Whether a record with this key is about a match of a query. */
    public static boolean isKeyOf(String queryId, String key) {
        return key.startsWith(queryId + INFIX) && key.lastIndexOf(INFIX) == queryId.length();
    }

    /**
     * What a key says.
     *
     * @throws MalformedRequest if one of the ids is missing, or too long
     */
    public static MatchFeedback ofKey(String key) throws MalformedRequest {
        int at = key.lastIndexOf(INFIX);
        MatchFeedback feedback =
                new MatchFeedback(key.substring(0, at), key.substring(at + INFIX.length()));
        if (feedback.queryId.isBlank() || feedback.matchId.isBlank()) {
            throw new MalformedRequest("the key of a wrong match has to be QUERY/wrong/MATCH");
        }
        QueryCheck.checkId(feedback.queryId);
        QueryCheck.checkMatchId(feedback.matchId);
        return feedback;
    }

    /**
     * Reads a record.
     *
     * @throws MalformedRequest if it is none of this kind, or its value names another match
     */
    public static MatchFeedback parse(String key, byte[] json) throws MalformedRequest {
        MatchFeedback feedback = ofKey(key);
        String match = JsonFields.parse(json, Set.of(WRONG_MATCH)).text(WRONG_MATCH);
        if (!feedback.matchId.equals(match)) {
            throw new MalformedRequest(
                    "'" + WRONG_MATCH + "' has to be the match of the key, found " + match);
        }
        return feedback;
    }

    /** Key of its record. */
    public String key() {
        return queryId + INFIX + matchId;
    }

    /** Value of its record. */
    public byte[] toJson() {
        return QueryJson.writeText(WRONG_MATCH, matchId);
    }
}
