// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Server-sent events to whoever listens. */
final class EventStream {

    private static final String END = "";

    private final AtomicInteger sent = new AtomicInteger();
    private final List<BlockingQueue<String>> listeners = new CopyOnWriteArrayList<>();

    /** How many listen. */
    int listeners() {
        return listeners.size();
    }

    /** How many were sent since the connections were ended last. */
    int sent() {
        return sent.get();
    }

    void send(String kind, JsonNode event) {
        sent.incrementAndGet();
        listeners.forEach(listener -> listener.add("event: " + kind + "\ndata: " + event + "\n\n"));
    }

    /** Ends all connections; who wants to listen on has to come back. */
    void drop() {
        sent.set(0);
        listeners.forEach(listener -> listener.add(END));
    }

    void serve(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        BlockingQueue<String> listener = new LinkedBlockingQueue<>(List.of("retry: 200\n\n"));
        listeners.add(listener);
        try {
            for (String next = listener.take(); !next.equals(END); next = listener.take()) {
                exchange.getResponseBody().write(next.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }
}
