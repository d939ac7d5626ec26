// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Serves the page and answers as the service would, below a path as behind a proxy, and under the
 * strictest policy that the page has to bear.
 */
final class PageServer implements AutoCloseable {

    private static final String BELOW = "/behind/a/proxy/";
    private static final String PAGE = "dev/sightline/search/page/";
    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final Map<String, String> KINDS =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    static {
        // Without it small answers wait 40 ms for each other; read when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> failing = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final EventStream events = new EventStream();
    private final CannedVideo video = new CannedVideo();
    private volatile String role = "editor";
    private volatile String token;

    PageServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
        server.setExecutor(threads);
        server.createContext(BELOW, this::handle);
        server.start();
    }

    /** The page's address. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + BELOW;
    }

    /** Forgets what the last test asked for and set. */
    void reset() {
        events.drop();
        failing.clear();
        requests.clear();
        role = "editor";
        token = null;
    }

    /** Lets a path below api/v1/ fail with a status until {@link #reset()}; 0 heals it. */
    void fail(String path, int status) {
        failing.put(path, status);
    }

    void role(String given) {
        role = given;
    }

    /** From now on a token is asked for. */
    void askFor(String wanted) {
        token = wanted;
    }

    /** What was asked below api/v1/: method, path and query, decoded, and the body of JSON. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    EventStream events() {
        return events;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(BELOW.length());
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (path.startsWith("api/v1/")) {
                api(exchange, path.substring("api/v1/".length()));
            } else {
                file(exchange, path);
            }
        }
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        String place = path.isEmpty() ? PAGE + "index.html"
                : path.startsWith("page/") ? PAGE + path.substring("page/".length()) : "META-INF/resources/" + path;
        try (InputStream in = PageServer.class.getClassLoader().getResourceAsStream(place)) {
            if (in == null) {
                send(exchange, 404, "text/plain", "no such file".getBytes(StandardCharsets.UTF_8));
                return;
            }
            send(exchange, 200, KINDS.get(place.substring(place.lastIndexOf('.') + 1)), in.readAllBytes());
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        Map<String, String> asked = asked(exchange);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        String kept = type != null && type.startsWith("multipart") ? " " + type.replaceAll(";.*", "") : body.isEmpty() ? "" : " " + body;
        String query = exchange.getRequestURI().getQuery();
        requests.add(exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + query) + kept);
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        if (path.equals("login")) {
            login(exchange, body);
        } else if (token != null && (cookie == null || !cookie.contains("token=" + token))) {
            problem(exchange, 401, "A token is needed", "Log in.");
        } else if (failing.getOrDefault(path, 0) != 0) {
            problem(exchange, failing.get(path), "The index is busy", "It is being opened. Try again in a minute.");
        } else {
            answer(exchange, path, asked);
        }
    }

    private void login(HttpExchange exchange, String body) throws IOException {
        if (!body.equals("{\"token\":\"" + token + "\"}")) {
            problem(exchange, 401, "Wrong token", "This token is not known.");
            return;
        }
        exchange.getResponseHeaders().set("Set-Cookie", "token=" + token + "; HttpOnly; SameSite=Strict; Path=" + BELOW);
        exchange.sendResponseHeaders(204, -1);
    }

    private void answer(HttpExchange exchange, String path, Map<String, String> asked) throws IOException {
        String stream = asked.getOrDefault("stream", "");
        switch (path) {
            case "me" -> json(exchange, CannedAnswers.me(role, token == null ? "off" : "token"));
            case "search" -> json(exchange, CannedAnswers.search(asked.getOrDefault("text", ""), Integer.parseInt(asked.getOrDefault("page", "1"))));
            case "streams" -> json(exchange, CannedAnswers.streams(asked.getOrDefault("name", "")));
            case "timeline" -> json(exchange, CannedAnswers.timeline(stream));
            case "curve" -> json(exchange, CannedAnswers.curve());
            case "queries" -> json(exchange, CannedAnswers.queries());
            case "queries/backtest" -> json(exchange, CannedAnswers.backTest());
            case "picture" -> send(exchange, 200, "image/jpeg", pictures.computeIfAbsent(asked.get("id"), DrawnPictures::jpeg));
            case "video" -> video.send(exchange, stream.equals(CannedAnswers.CONVERTED), asked.get("from"));
            case "tracks/chapters.vtt" -> send(exchange, 200, "text/vtt", CannedAnswers.chapters().getBytes(StandardCharsets.UTF_8));
            case "tracks/cues.vtt" -> send(exchange, 200, "text/vtt", CannedAnswers.cues().getBytes(StandardCharsets.UTF_8));
            case "events" -> events.serve(exchange);
            default -> problem(exchange, 404, "Not found", "There is nothing at this address.");
        }
    }

    private static Map<String, String> asked(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? Map.of() : Arrays.stream(query.split("&")).map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8), (one, other) -> one));
    }

    private static void json(HttpExchange exchange, JsonNode answer) throws IOException {
        send(exchange, 200, "application/json", answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void problem(HttpExchange exchange, int status, String title, String detail) throws IOException {
        JsonNode problem = JsonNodeFactory.instance.objectNode().put("type", "about:blank")
                .put("title", title).put("status", status).put("detail", detail);
        send(exchange, status, "application/problem+json", problem.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String kind, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", kind);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        events.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
