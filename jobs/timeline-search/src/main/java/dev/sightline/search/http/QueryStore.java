// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.TimeRange;
import dev.sightline.event.MalformedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Standing queries. Safe for use by several threads. */
public interface QueryStore {

    /**
     * A standing query, and what became of it.
     *
     * @param id key of its record
     * @param text what it looks for, in one line; null if its definition cannot be read
     * @param definition the record's value
     * @param state accepted, refused or removed, in the event's word; null if no job has answered
     * @param reason why it was refused, or null
     */
    record Listed(String id, String text, JsonNode definition, String state, String reason) {

        /** Refuses absent parts; text, state and reason may be null. */
        public Listed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(definition, "definition");
        }
    }

    /** Those that are armed or were refused, by id. */
    List<Listed> list() throws IOException;

    /**
     * Arms one, in place of the one of the same id.
     *
     * @param definition value of a record of {@code video.queries.v1}
     * @throws MalformedRequest if it is no such query
     */
    Listed put(String id, JsonNode definition) throws IOException, MalformedRequest;

    /** Disarms one; nothing happens if there is none of this id. */
    void remove(String id) throws IOException;

    /**
     * What a query would have matched.
     *
     * @param streams ids; empty for all
     * @param budgets false alarms a day to compare with
     * @throws MalformedRequest if it is no query, or one that cannot be tried
     */
    BackTestResult backTest(
            JsonNode definition, TimeRange range, Set<String> streams, List<Double> budgets)
            throws IOException, MalformedRequest;
}
