// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers. */
record Reply(HttpExchange exchange) {

    void json(JsonNode answer) throws IOException {
        text(200, "application/json", answer.toString());
    }

    void problem(int status, String title, String detail) throws IOException {
        JsonNode problem =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "about:blank")
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail);
        text(status, "application/problem+json", problem.toString());
    }

    void text(int status, String type, String body) throws IOException {
        bytes(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
