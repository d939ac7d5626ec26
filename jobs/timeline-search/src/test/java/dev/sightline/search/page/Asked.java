// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the page asks for.
 *
 * @param path below api/v1/
 * @param parameters of the address, the first of each name
 * @param body as text; of a form only its media type
 * @param line all of it in one, the parameters decoded
 */
record Asked(String path, Map<String, String> parameters, String body, String line) {

    static Asked of(HttpExchange exchange, String path) throws IOException {
        String body = body(exchange);
        String query = exchange.getRequestURI().getQuery();
        String line = exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + query);
        return new Asked(path, parameters(exchange), body, (line + " " + body).strip());
    }

    String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    private static String body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.startsWith("multipart")
                ? type.replaceAll(";.*", "")
                : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        part -> part[0],
                                        part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8),
                                        (one, other) -> one));
    }
}
