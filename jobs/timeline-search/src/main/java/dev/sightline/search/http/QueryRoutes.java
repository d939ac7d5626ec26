// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.search.query.QueryBackTest;
import dev.sightline.search.query.StandingQuery;
import io.javalin.http.Context;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Standing queries. */
final class QueryRoutes {

    private static final String QUERIES = "/queries";
    private static final List<String> BACK_TEST =
            List.of("query", "streams", "from", "to", "budgets");

    private final SearchBackend backend;
    private final Gate gate;
    private final Gate uploads;

    /**
     * @param gate of back-tests
     * @param uploads gate of queries that are being read, as there may be a picture in each
     */
    QueryRoutes(SearchBackend backend, Gate gate, Gate uploads) {
        this.backend = backend;
        this.gate = gate;
        this.uploads = uploads;
    }

    List<Route> routes() {
        return List.of(
                Route.get(QUERIES, Access.VIEWER, this::list),
                Route.put(QUERIES, Access.EDITOR, this::put),
                Route.delete(QUERIES, Access.EDITOR, this::remove),
                Route.post(QUERIES + "/backtest", Access.VIEWER, this::backTest));
    }

    private void list(Context context) {
        List<StandingQuery> all = backend.queries().list();
        Optional<String> id = Parameters.of(context, "id").text("id");
        Answer.json(
                context,
                id.isEmpty()
                        ? QueriesJson.of(all)
                        : QueriesJson.of(
                                all.stream()
                                        .filter(query -> query.id().equals(id.get()))
                                        .findFirst()
                                        .orElseThrow(QueryRoutes::unknown)));
    }

    private static Problem unknown() {
        return Problem.notFound("id: there is no such query");
    }

    private static String id(Context context) {
        String id = Parameters.of(context, "id").required("id");
        try {
            QueryRequest.checkId(id);
            return id;
        } catch (MalformedRequest e) {
            throw Problem.field("id", e.getMessage());
        }
    }

    private JsonNode body(Context context) throws Exception {
        return uploads.pass(() -> JsonBody.object(context, JsonBody.LARGEST_QUERY));
    }

    private void put(Context context) throws Exception {
        String id = id(context);
        JsonNode definition = body(context);
        try {
            Answer.json(context, QueriesJson.of(backend.queries().put(id, definition)));
        } catch (MalformedRequest e) {
            throw Problem.field("query", e.getMessage());
        }
    }

    private void remove(Context context) {
        try {
            backend.queries().remove(id(context));
        } catch (NoSuchElementException e) {
            throw Problem.notFound("id: " + e.getMessage());
        }
        Answer.nothing(context);
    }

    private void backTest(Context context) throws Exception {
        Parameters.of(context);
        JsonNode asked = body(context);
        asked.fieldNames().forEachRemaining(QueryRoutes::checkKnown);
        if (!asked.path("query").isObject()) {
            throw Problem.field("query", "is missing; give a query in the language of the topic");
        }
        TimeFilter time = TimeFilter.of(text(asked, "from"), text(asked, "to"));
        Set<String> streams = Set.copyOf(list(asked, "streams", JsonNode::asText));
        List<Double> budgets = list(asked, "budgets", JsonNode::asDouble);
        int most = QueryBackTest.MOST_BUDGETS;
        if (budgets.size() > most || budgets.stream().anyMatch(b -> !(b > 0))) {
            throw Problem.field("budgets", "are at most " + most + " numbers greater than 0");
        }
        try {
            BackTestResult result =
                    gate.pass(
                            () ->
                                    backend.queries()
                                            .backTest(
                                                    asked.get("query"),
                                                    time.range(),
                                                    streams,
                                                    budgets));
            Answer.json(context, BackTestJson.of(result));
        } catch (MalformedRequest e) {
            throw Problem.field("query", e.getMessage());
        }
    }

    /** One that is misspelt would silently not narrow the test. */
    private static void checkKnown(String name) {
        if (!BACK_TEST.contains(name)) {
            throw Problem.field(
                    Parameters.shown(name), "there is no such field here, but " + BACK_TEST);
        }
    }

    private static Optional<String> text(JsonNode asked, String name) {
        return asked.hasNonNull(name) ? Optional.of(asked.get(name).asText()) : Optional.empty();
    }

    private static <T> List<T> list(JsonNode asked, String name, Function<JsonNode, T> element) {
        JsonNode array = asked.path(name);
        if (!array.isArray() && asked.hasNonNull(name)) {
            throw Problem.field(name, "is no list");
        }
        return StreamSupport.stream(array.spliterator(), false).map(element).toList();
    }
}
