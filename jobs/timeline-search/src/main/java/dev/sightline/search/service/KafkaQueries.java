// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.TimeRange;
import dev.sightline.event.MalformedRequest;
import dev.sightline.search.http.QueryStore;
import dev.sightline.search.query.QueryBackTest;
import dev.sightline.search.query.StandingQueries;
import dev.sightline.search.query.StandingQuery;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Standing queries of the topics.
 *
 * @param queries what the topics have
 * @param backTest what tries one
 */
record KafkaQueries(StandingQueries queries, QueryBackTest backTest) implements QueryStore {

    @Override
    public List<StandingQuery> list() {
        return queries.list();
    }

    @Override
    public StandingQuery put(String id, JsonNode definition) throws MalformedRequest {
        return queries.put(id, definition);
    }

    @Override
    public void remove(String id) {
        queries.remove(id);
    }

    @Override
    public BackTestResult backTest(
            JsonNode definition, TimeRange range, Set<String> streams, List<Double> budgets)
            throws IOException, MalformedRequest, InterruptedException {
        return backTest.run(definition, range, streams, budgets);
    }
}
