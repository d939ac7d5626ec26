// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.TimeRange;
import dev.sightline.event.MalformedRequest;
import dev.sightline.search.query.QueriesUnavailable;
import dev.sightline.search.query.QueryTooLarge;
import dev.sightline.search.query.StandingQuery;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** Standing queries. Safe for use by several threads. */
public interface QueryStore {

    /**
     * All that are known, by id; those that were removed among them.
     *
     * @throws QueriesUnavailable if the topics have not been read yet
     */
    List<StandingQuery> list();

    /**
     * Arms one, in place of the one of the same id.
     *
     * @param definition value of a record of {@code video.queries.v1}
     * @throws MalformedRequest if it is no such query
     * @throws QueryTooLarge if it is larger than the topic takes
     * @throws QueriesUnavailable if the topic cannot be written
     */
    StandingQuery put(String id, JsonNode definition) throws MalformedRequest;

    /**
     * Disarms one.
     *
     * @throws NoSuchElementException if there is none of this id
     * @throws QueriesUnavailable if the topic cannot be written
     */
    void remove(String id);

    /**
     * What a query would have matched.
     *
     * @param streams ids; empty for all
     * @param budgets false alarms a day to compare with
     * @throws MalformedRequest if it is no query, or one that cannot be tried
     */
    BackTestResult backTest(
            JsonNode definition, TimeRange range, Set<String> streams, List<Double> budgets)
            throws IOException, MalformedRequest, InterruptedException;
}
