// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What machines want to know of the service. */
final class ServiceRoutes {

    private final SearchBackend backend;
    private final Guard guard;
    private final ServiceMetrics metrics;
    private final byte[] openApi;

    ServiceRoutes(SearchBackend backend, Guard guard, ServiceMetrics metrics) {
        this.backend = backend;
        this.guard = guard;
        this.metrics = metrics;
        this.openApi = resource("openapi.json");
    }

    private static byte[] resource(String name) {
        try (InputStream in = ServiceRoutes.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", Access.ALL, this::health),
                Route.get("/metrics", Access.VIEWER, this::metrics),
                Route.get("/openapi.json", Access.ALL, this::openApi));
    }

    /** Details name machines; they are for who has logged in. */
    private void health(Context context) {
        List<Health.Trouble> troubles = backend.health().troubles();
        boolean known = guard.person(context).isPresent();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", troubles.isEmpty() ? "ready" : "not ready");
        ArrayNode reasons = json.putArray("reasons");
        for (Health.Trouble trouble : troubles) {
            reasons.addObject()
                    .put("part", trouble.part())
                    .put("detail", known ? trouble.detail() : null);
        }
        if (!troubles.isEmpty()) {
            context.status(Problem.UNAVAILABLE);
        }
        Answer.json(context, json);
    }

    private void metrics(Context context) {
        context.header("Cache-Control", "no-store");
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.text());
    }

    private void openApi(Context context) {
        context.header("Cache-Control", "no-cache").contentType("application/json").result(openApi);
    }
}
