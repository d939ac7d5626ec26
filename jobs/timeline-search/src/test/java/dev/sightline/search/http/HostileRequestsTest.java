// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong, or meant to do harm, gets an answer that says so, and does none. */
class HostileRequestsTest extends ServedTest {

    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    @AfterEach
    void searchAsBefore() {
        server.searcher = request -> Made.answer();
        server.index.broken = null;
    }

    static JsonNode problem(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(response.body())
                .doesNotContain("Exception", "at dev.sightline", System.getProperty("user.dir"))
                .doesNotContain(System.getProperty("java.io.tmpdir"));
        JsonNode problem = RunningServer.read(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        return problem;
    }

    private void wrong(String path, String field) throws Exception {
        assertThat(problem(server.get(path), 400).path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api/v1/nowhere",
                "/api/v2/search",
                "/page/nowhere.js",
                "/page/package-info.class",
                "/page/js/%2e%2e/%2e%2e/http/openapi.json",
                "/webjars/nothing/1/a.js"
            })
    void anUnknownPathIs404(String path) throws Exception {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).isIn(400, 404);
        problem(response, response.statusCode());
    }

    @Test
    void anotherMethodIs405() throws Exception {
        problem(server.json("DELETE", "/api/v1/search", ""), 405);
        problem(server.json("POST", "/api/v1/timeline", "{}"), 405);
        problem(server.json("OPTIONS", "/api/v1/queries", ""), 405);
    }

    @Test
    void whatIsWrongIsNamed() throws Exception {
        wrong("/api/v1/search", "text");
        wrong("/api/v1/search?not=a", "text");
        wrong("/api/v1/search?text=a&page=0", "page");
        wrong("/api/v1/search?text=a&page=1e9", "page");
        wrong("/api/v1/search?text=a&pageSize=101", "pageSize");
        wrong("/api/v1/search?text=a&minScene=long", "minScene");
        wrong("/api/v1/search?text=a&from=yesterday", "from");
        wrong("/api/v1/search?text=a&from=%2B300000000-01-01T00:00:00Z", "from");
        wrong("/api/v1/search?text=a&to=99999999999d", "to");
        wrong("/api/v1/search?text=a&per=day", "per");
        wrong("/api/v1/search?text=a&fold=no", "fold");
        wrong("/api/v1/search?text=a&streem=gate", "streem");
        wrong("/api/v1/search?text=a&text=b", "text");
        wrong("/api/v1/timeline", "stream");
        wrong("/api/v1/timeline?stream=gate/3&epoch=x", "epoch");
        wrong("/api/v1/export?text=a", "format");
        wrong("/api/v1/search?text=a&weight.text=much", "weight.text");
        wrong("/api/v1/search?text=a&weight.text=0", "weight.text");
        wrong("/api/v1/search?text=a&weight.like=2", "weight.like");
        wrong("/api/v1/export?format=../../etc/passwd", "format");
        wrong("/api/v1/picture", "id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/search?text=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /page/../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /page/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void whatIsNoRequestIsRefused(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.uri("").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(5000);
            String status =
                    new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            assertThat(status).matches("HTTP/1.1 40[04] .*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "..%2f..%2fetc%2fpasswd",
                "http://169.254.169.254/latest",
                "\\\\host\\share",
                "a\u0000b",
                SCRIPT
            })
    void noParameterIsOpenedAsAPath(String hostile) throws Exception {
        Files.writeString(files.resolve("secret.txt"), "root:");
        String text = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
        for (String path :
                List.of(
                        "/api/v1/picture?id=",
                        "/api/v1/video?stream=",
                        "/api/v1/timeline?stream=",
                        "/api/v1/curve?text=a&stream=",
                        "/api/v1/tracks/cues.vtt?stream=",
                        "/api/v1/tracks/sprite.jpg?stream=",
                        "/api/v1/export?format=csv&epoch=1&stream=",
                        "/api/v1/export?format=")) {
            HttpResponse<String> response = server.get(path + text);
            assertThat(response.statusCode()).as(path).isIn(400, 404);
            problem(response, response.statusCode());
            assertThat(response.body()).doesNotContain("root:");
        }
    }

    @Test
    void aPictureOutsideOfItsFolderIsNotShown() throws Exception {
        server.index.pictures.put("out", Path.of("/etc/passwd").toUri().toString());
        server.index.pictures.put("web", "http://127.0.0.1:1/a.jpg");
        problem(server.get("/api/v1/picture?id=out"), 404);
        problem(server.get("/api/v1/picture?id=web"), 404);
    }

    @Test
    void aFileThatEndsTooEarlyIsNoClientThatWentAway() throws Exception {
        server.index.broken = new EOFException("read past EOF");
        problem(server.get("/api/v1/streams"), 500);
    }

    @Test
    void aQueryMayHoldAPicture() throws Exception {
        byte[] picture = new byte[1 << 20];
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, picture, 0, 3);
        String query = "{\"image\":\"" + Base64.getEncoder().encodeToString(picture) + "\"}";
        String backTest = "{\"query\":" + query + "}";
        assertThat(server.json("PUT", "/api/v1/queries?id=seen", query).statusCode())
                .isEqualTo(200);
        server.queries.clear();
        assertThat(server.json("POST", "/api/v1/queries/backtest", backTest).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatBreaksInsideIsToldAsAnIncidentOnly() throws Exception {
        server.index.broken = new IOException("segments_1 is corrupt");
        String detail = problem(server.get("/api/v1/streams"), 500).path("detail").asText();
        assertThat(detail).matches(".*incident [0-9a-f-]{36}").doesNotContain("segments");
        server.searcher =
                request -> {
                    throw new StackOverflowError("deep");
                };
        problem(server.get("/api/v1/search?text=a"), 500);
    }
}
