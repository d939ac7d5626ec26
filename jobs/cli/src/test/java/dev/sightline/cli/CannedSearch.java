// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * A server that gives the answers of a timeline search that it was told, and keeps what it was
 * asked.
 */
final class CannedSearch implements AutoCloseable {

    private record Canned(int status, Map<String, String> headers, byte[] body) {}

    /**
     * What it was asked.
     *
     * @param target method, path and parameters, decoded
     * @param headers the first value of each
     * @param body of it
     */
    record Asked(String target, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Queue<Canned> answers = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    CannedSearch() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    CannedSearch answers(int status, String body, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        answers.add(new Canned(status, all, body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    CannedSearch answersJson(String body) {
        return answers(200, body, "Content-Type", "application/json");
    }

    CannedSearch answersProblem(int status, String detail, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/problem+json"));
        String body =
                "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status, detail);
        return answers(status, body, all.toArray(String[]::new));
    }

    CannedSearch answersFile(String body) {
        return answers(200, body, "Content-Disposition", "attachment; filename=\"f\"");
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String target =
                URLDecoder.decode(exchange.getRequestURI().toASCIIString(), StandardCharsets.UTF_8);
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(
                new Asked(
                        exchange.getRequestMethod() + " " + target,
                        headers,
                        new String(body, StandardCharsets.ISO_8859_1)));
        Canned answer = answers.size() > 1 ? answers.remove() : answers.element();
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        // A length that is not kept is an answer that breaks off.
        String length = answer.headers().get("X-Claimed-Length");
        long claimed = length == null ? answer.body().length : Long.parseLong(length);
        exchange.sendResponseHeaders(answer.status(), claimed);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    /** Everything it was asked. */
    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The last thing it was asked. */
    Asked last() {
        return asked().get(asked().size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
