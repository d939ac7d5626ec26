// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the files of a temporary folder on loopback, whatever folder a path names. */
final class FolderServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final Path folder;
    private final ExecutorService threads;

    private FolderServer(HttpServer server, Path folder, ExecutorService threads) {
        this.server = server;
        this.folder = folder;
        this.threads = threads;
    }

    static FolderServer start() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        HttpServer server = HttpServer.create(anyPort, 0);
        ExecutorService threads = Executors.newCachedThreadPool(FolderServer::daemon);
        Path folder = Files.createTempDirectory("sightline-live");
        server.createContext("/", exchange -> answer(exchange, folder));
        server.setExecutor(threads);
        server.start();
        return new FolderServer(server, folder, threads);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "live-http");
        thread.setDaemon(true);
        return thread;
    }

    private static void answer(HttpExchange exchange, Path folder) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", type(path));
            exchange.sendResponseHeaders(OK, content.length);
            exchange.getResponseBody().write(content);
        } catch (NoSuchFileException e) {
            exchange.sendResponseHeaders(NOT_FOUND, -1);
        }
    }

    private static String type(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return switch (extension) {
            case "m3u8" -> "application/vnd.apple.mpegurl";
            case "ts" -> "video/mp2t";
            default -> "video/mp4";
        };
    }

    int port() {
        return server.getAddress().getPort();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdown();
        List<Path> files = new ArrayList<>();
        try (var listed = Files.list(folder)) {
            listed.forEach(files::add);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
