// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
            Map.of(
                    "html",
                    "text/html",
                    "js",
                    "text/javascript",
                    "css",
                    "text/css",
                    "svg",
                    "image/svg+xml");

    static {
        // Without it small answers wait 40 ms for each other; read when the first server is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> failing = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CannedService service = new CannedService();
    private volatile String role = "editor";
    private volatile String token;

    PageServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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
        service.events().drop();
        failing.clear();
        requests.clear();
        role = "editor";
        token = null;
    }

    /** Lets a path below api/v1/ fail with a status until {@link #heal} or {@link #reset}. */
    void fail(String path, int status) {
        failing.put(path, status);
    }

    void heal(String path) {
        failing.remove(path);
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
        return service.events();
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
        try (InputStream in = PageServer.class.getClassLoader().getResourceAsStream(place(path))) {
            if (in == null) {
                new Reply(exchange).text(404, "text/plain", "no such file");
                return;
            }
            String type = KINDS.get(place(path).substring(place(path).lastIndexOf('.') + 1));
            exchange.getResponseHeaders().set("Cache-Control", "max-age=3600");
            new Reply(exchange).bytes(200, type, in.readAllBytes());
        }
    }

    private static String place(String path) {
        if (path.isEmpty()) {
            return PAGE + "index.html";
        }
        return path.startsWith("page/")
                ? PAGE + path.substring("page/".length())
                : "META-INF/resources/" + path;
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        Asked asked = Asked.of(exchange, path);
        requests.add(asked.line());
        Reply reply = new Reply(exchange);
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        if (path.equals("login")) {
            login(reply, asked.body());
        } else if (token != null && (cookie == null || !cookie.contains("token=" + token))) {
            reply.problem(401, "A token is needed", "Log in.");
        } else if (failing.containsKey(path)) {
            // Where a proxy knows who asks, and somebody has passed it by.
            exchange.getResponseHeaders().set("WWW-Authenticate", "Proxy");
            reply.problem(
                    failing.get(path),
                    "The index is busy",
                    "It is being opened. Try again in a minute.");
        } else if (path.equals("me")) {
            reply.json(CannedAnswers.me(role, token == null ? "off" : "token"));
        } else {
            service.answer(exchange, asked);
        }
    }

    private void login(Reply reply, String body) throws IOException {
        if (!body.equals("{\"token\":\"" + token + "\"}")) {
            reply.problem(401, "Wrong token", "This token is not known.");
            return;
        }
        String cookie = "token=" + token + "; HttpOnly; SameSite=Strict; Path=" + BELOW;
        reply.exchange().getResponseHeaders().set("Set-Cookie", cookie);
        reply.exchange().sendResponseHeaders(204, -1);
    }

    @Override
    public void close() {
        service.events().drop();
        server.stop(0);
        threads.shutdownNow();
    }
}
