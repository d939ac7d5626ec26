// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port of this machine that remembers what it was asked. */
public final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request: its path and query, and two of its headers, null where absent. */
    public record Asked(String path, String range, String authorization) {}

    public LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers a path and all below it. */
    public LoopbackServer on(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    asked.add(
                            new Asked(
                                    exchange.getRequestURI().toString(),
                                    headers.getFirst("Range"),
                                    headers.getFirst("Authorization")));
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
        return this;
    }

    /** Answers a path with a text. */
    public LoopbackServer text(String path, String text) {
        return on(path, exchange -> send(exchange, 200, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Answers a path with another address. */
    public LoopbackServer redirect(String path, String location) {
        return on(
                path,
                exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.sendResponseHeaders(302, -1);
                });
    }

    /** Sends a status and a body. */
    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of a path. */
    public String at(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    public List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
