// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;

/**
 * A control record about a query, as it came.
 *
 * @param queryId key of the record; empty if it has none, which is an error
 * @param json its value, or null: the query is removed, or {@code request} says it
 * @param request a query from the settings, or null
 * @param sequence its place among the records of its key; those of the settings stand before all
 */
public record QueryCommand(String queryId, byte[] json, QueryRequest request, long sequence) {

    /** Sequence of queries from the settings. */
    private static final long OF_SETTINGS = -1;

    /** Changes nothing: Flink has no source of no elements, and a job may begin without queries. */
    public static final QueryCommand NOTHING = new QueryCommand("", null, null, OF_SETTINGS);

    /** A query from the settings. */
    public static QueryCommand ofSettings(QueryRequest request) {
        return new QueryCommand(request.id(), null, request, OF_SETTINGS);
    }

    /** A record of the control topic; no value removes the query. */
    public static QueryCommand ofRecord(String queryId, byte[] json, long offset) {
        return new QueryCommand(queryId, json, null, offset);
    }

    /** Whether there is nothing to do for it. */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** Whether it takes the query back. */
    public boolean removes() {
        return json == null && request == null && !queryId.isBlank();
    }

    /**
     * The query that it brings; not for one that {@link #removes()}.
     *
     * @throws MalformedRequest if it brings none that can be understood
     */
    public QueryRequest read() throws MalformedRequest {
        return request == null ? QueryRequest.parse(queryId, json) : request;
    }
}
