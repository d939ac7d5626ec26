// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A control record about a query, as it came.
 *
 * @param queryId key of the record, which names a query or what is said of a match; empty if it has
 *     none, which is an error
 * @param json its value, or null: the query is removed, or {@code request} says it
 * @param request a query from the settings, or null
 * @param sequence its place among the records of its key; those of the settings stand before all
 */
public record QueryCommand(String queryId, byte[] json, QueryRequest request, long sequence)
        implements Serializable {

    /**
     * A query from the settings. Its sequence is below 0 and another one if the settings change, so
     * that what is told of it has another id.
     */
    public static QueryCommand ofSettings(QueryRequest request) {
        CRC32 definition = new CRC32();
        definition.update(request.toJson());
        return new QueryCommand(request.id(), null, request, -1 - definition.getValue());
    }

    /** A record of the control topic; no value removes the query. */
    public static QueryCommand ofRecord(String queryId, byte[] json, long offset) {
        return new QueryCommand(queryId, json, null, offset);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QueryCommand that
                && queryId.equals(that.queryId)
                && Arrays.equals(json, that.json)
                && Objects.equals(request, that.request)
                && sequence == that.sequence;
    }

    @Override
    public int hashCode() {
        return 31 * queryId.hashCode() + Long.hashCode(sequence);
    }

    /** Whether it takes back what its key names: a query, or what was said of a match. */
    public boolean removes() {
        return json == null && request == null && !queryId.isBlank();
    }

    /** Whether it is about a match, not a query. */
    public boolean isFeedback() {
        return request == null && MatchFeedback.isKey(queryId);
    }

    /**
     * What it says of a match; for one that {@link #isFeedback()}.
     *
     * @throws MalformedRequest if it does not say of which match
     */
    public MatchFeedback feedback() throws MalformedRequest {
        return json == null ? MatchFeedback.ofKey(queryId) : MatchFeedback.parse(queryId, json);
    }

    /**
     * The query that it brings; not for one that {@link #removes()} or {@link #isFeedback()}.
     *
     * @throws MalformedRequest if it brings none that can be understood
     */
    public QueryRequest read() throws MalformedRequest {
        return request == null ? QueryRequest.parse(queryId, json) : request;
    }
}
