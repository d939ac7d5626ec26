// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.search.login.AddressRange;
import dev.sightline.search.login.LoginKind;
import dev.sightline.search.login.LoginSettings;
import dev.sightline.search.login.LoginToken;
import dev.sightline.search.login.Person;
import dev.sightline.search.login.Role;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and for what. */
class LoginRoutesTest {

    private static final String VIEWER = "a viewer's long token";
    private static final String EDITOR = "an editor's long token";

    @TempDir Path files;

    private static LoginSettings settings(LoginKind kind, String proxy) {
        return new LoginSettings(
                kind,
                List.of(
                        new LoginToken(new Person("vi", Role.VIEWER), LoginToken.hash(VIEWER)),
                        new LoginToken(new Person("ed", Role.EDITOR), LoginToken.hash(EDITOR))),
                "X-User",
                "X-Role",
                List.of(AddressRange.parse(proxy)),
                Duration.ofHours(1),
                true);
    }

    private RunningServer start(LoginKind kind) throws Exception {
        return new RunningServer(settings(kind, "127.0.0.1"), files);
    }

    private static HttpRequest.Builder bearer(RunningServer server, String path, String token) {
        return server.request(path).header("Authorization", "Bearer " + token);
    }

    private static int status(RunningServer server, HttpRequest.Builder request) throws Exception {
        return server.send(request).statusCode();
    }

    @Test
    void withoutATokenOnlyThePageAndTheHealthAreThere() throws Exception {
        try (RunningServer server = start(LoginKind.TOKEN)) {
            for (Route route : server.server.routes()) {
                if (route.access() != Access.ALL) {
                    HttpResponse<String> response =
                            server.json(route.method().name(), route.path(), "");
                    assertThat(response.statusCode()).as(route.path()).isEqualTo(401);
                    assertThat(response.headers().firstValue("WWW-Authenticate"))
                            .hasValue("Bearer");
                }
            }
            server.troubles.add(new Health.Trouble("kafka", "broker-7 is away"));
            assertThat(server.get("/api/v1/health").body())
                    .contains("kafka")
                    .doesNotContain("broker-7");
            assertThat(server.send(bearer(server, "/api/v1/health", VIEWER)).body())
                    .contains("broker-7");
        }
    }

    @Test
    void aViewerSeesAndAnEditorChanges() throws Exception {
        try (RunningServer server = start(LoginKind.TOKEN)) {
            assertThat(server.send(bearer(server, "/api/v1/me", VIEWER)).body())
                    .isEqualTo("{\"role\":\"viewer\",\"name\":\"vi\",\"login\":\"token\"}");
            assertThat(status(server, bearer(server, "/api/v1/queries", VIEWER))).isEqualTo(200);
            String stream = "/api/v1/streams?stream=gate/3";
            assertThat(status(server, bearer(server, stream, VIEWER).DELETE())).isEqualTo(403);
            assertThat(server.index.stream("gate/3")).isPresent();
            assertThat(status(server, bearer(server, stream, EDITOR).DELETE())).isEqualTo(204);
        }
    }

    @Test
    void aTokenBecomesASessionThatScriptsCannotRead() throws Exception {
        try (RunningServer server = start(LoginKind.TOKEN)) {
            HttpResponse<String> login =
                    server.json("POST", "/api/v1/login", "{\"token\":\"" + VIEWER + "\"}");
            assertThat(login.statusCode()).isEqualTo(204);
            String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Strict", "Secure", "Path=/", "Max-Age=3600")
                    .doesNotContain(VIEWER);
            String session = cookie.substring(0, cookie.indexOf(';'));
            assertThat(status(server, server.request("/api/v1/me").header("Cookie", session)))
                    .isEqualTo(200);
            server.send(
                    server.request("/api/v1/logout")
                            .header("Cookie", session)
                            .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(status(server, server.request("/api/v1/me").header("Cookie", session)))
                    .isEqualTo(401);
        }
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoHasLoggedOutIsToldNothingMore() throws Exception {
        try (RunningServer server =
                new RunningServer(
                        settings(LoginKind.TOKEN, "127.0.0.1"), files, Duration.ofMillis(50))) {
            String cookie =
                    server.json("POST", "/api/v1/login", "{\"token\":\"" + VIEWER + "\"}")
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow();
            String session = cookie.substring(0, cookie.indexOf(';'));
            HttpResponse<Stream<String>> events =
                    server.client.send(
                            server.request("/api/v1/events").header("Cookie", session).build(),
                            BodyHandlers.ofLines());
            Iterator<String> lines = events.body().iterator();
            for (int i = 0; i < 6; i++) {
                assertThat(lines.next()).matches("(: .*)?");
            }
            server.send(
                    server.request("/api/v1/logout")
                            .header("Cookie", session)
                            .POST(HttpRequest.BodyPublishers.noBody()));
            lines.forEachRemaining(line -> {});
            assertThat(server.live.listeners()).isZero();
        }
    }

    @Test
    void tenWrongTokensAMinuteAreEnough() throws Exception {
        try (RunningServer server = start(LoginKind.TOKEN)) {
            for (int i = 0; i < 5; i++) {
                assertThat(status(server, bearer(server, "/api/v1/me", "wrong " + i)))
                        .isEqualTo(401);
                assertThat(
                                server.json("POST", "/api/v1/login", "{\"token\":\"no " + i + "\"}")
                                        .statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> refused = server.send(bearer(server, "/api/v1/me", "wrong"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(status(server, bearer(server, "/api/v1/me", EDITOR))).isEqualTo(200);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
        }
    }

    @Test
    void aProxysHeadersAreBelievedFromItsAddressOnly() throws Exception {
        try (RunningServer server = start(LoginKind.HEADER)) {
            HttpRequest.Builder named = server.request("/api/v1/me").header("X-User", "kim");
            assertThat(server.send(named).body()).contains("\"viewer\"", "kim", "header");
            assertThat(server.send(named.header("X-Role", "editor")).body()).contains("\"editor\"");
            HttpRequest.Builder twice = named.header("X-Role", "viewer");
            assertThat(server.send(twice).statusCode()).isEqualTo(401);
            HttpResponse<String> passedBy = server.get("/api/v1/me");
            assertThat(passedBy.statusCode()).isEqualTo(401);
            assertThat(passedBy.body()).contains("at the proxy");
            assertThat(passedBy.headers().firstValue("WWW-Authenticate")).hasValue("Proxy");
            assertThat(status(server, bearer(server, "/api/v1/me", EDITOR))).isEqualTo(401);
        }
        try (RunningServer server =
                new RunningServer(settings(LoginKind.HEADER, "10.0.0.2"), files)) {
            assertThat(status(server, server.request("/api/v1/me").header("X-User", "kim")))
                    .isEqualTo(401);
        }
    }

    @Test
    void withoutALoginOnlyNamesOfThisMachineAreAnswered() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            assertThat(statusLine(server, "localhost:1")).contains(" 200 ");
            assertThat(statusLine(server, "evil.example")).contains(" 403 ");
        }
    }

    private static String statusLine(RunningServer server, String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.uri("").getPort())) {
            String request = "GET /api/v1/me HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(5000);
            return new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
