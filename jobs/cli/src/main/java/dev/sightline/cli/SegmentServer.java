// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Serves a folder's playlist and segments over HTTP on loopback, and nothing else. */
final class SegmentServer implements AutoCloseable {

    /** The playlist's file. */
    static final String PLAYLIST = "live.m3u8";

    private static final Pattern SERVED = Pattern.compile("/(?:live\\.m3u8|live\\d+\\.ts)");
    private static final int THREADS = 4;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final HttpServer server;
    private final ExecutorService threads;

    private SegmentServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts one on a port that the system chooses. */
    static SegmentServer start(Path folder) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(anyPort, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, SegmentServer::daemon);
        server.createContext("/", exchange -> answer(exchange, folder));
        server.setExecutor(threads);
        server.start();
        return new SegmentServer(server, threads);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "segment-server");
        thread.setDaemon(true);
        return thread;
    }

    private static void answer(HttpExchange exchange, Path folder) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
            } else if (!SERVED.matcher(path).matches()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else {
                send(exchange, folder.resolve(path.substring(1)));
            }
        }
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            exchange.sendResponseHeaders(NOT_FOUND, -1);
            return;
        }
        boolean playlist = file.endsWith(PLAYLIST);
        exchange.getResponseHeaders()
                .set("Content-Type", playlist ? "application/vnd.apple.mpegurl" : "video/mp2t");
        exchange.sendResponseHeaders(OK, content.length);
        exchange.getResponseBody().write(content);
    }

    /** The playlist's address. */
    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + PLAYLIST;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
