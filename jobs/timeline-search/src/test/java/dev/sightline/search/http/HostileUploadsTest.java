// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static dev.sightline.search.http.HostileRequestsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent and is too large, or not what it has to be, is refused. */
class HostileUploadsTest extends ServedTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void aTextOfAMegabyteIsRefused() throws Exception {
        String text = "a".repeat(MEGABYTE);
        HttpResponse<String> form =
                server.form(
                        "/api/v1/search", Map.of("text", text.getBytes(StandardCharsets.UTF_8)));
        problem(form, 413);
        // Last, as the server closes the connection, which a form would be sent through.
        HttpResponse<String> address = server.get("/api/v1/search?text=" + text);
        assertThat(address.statusCode()).isBetween(400, 499);
        problem(address, address.statusCode());
        problem(server.get("/api/v1/search?text=" + "a".repeat(1001)), 400);
        assertThat(server.get("/api/v1/search?text=" + "a".repeat(1000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOversizePictureIsRefused() throws Exception {
        byte[] picture = new byte[9 * MEGABYTE];
        problem(server.form("/api/v1/search", Map.of("image", picture)), 413);
        HttpResponse<String> unknownLength =
                server.send(
                        server.request("/api/v1/search")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(head(picture)))));
        problem(unknownLength, 413);
    }

    private static byte[] head(byte[] content) {
        byte[] head =
                "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a\"\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    @Test
    void whatIsNoPictureOrNoFormIsRefused() throws Exception {
        byte[] html = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(problem(server.form("/api/v1/search", Map.of("image", html)), 415).path("field"))
                .hasToString("\"image\"");
        problem(server.json("POST", "/api/v1/search", "{}"), 415);
        HttpResponse<String> broken =
                server.send(
                        server.request("/api/v1/search")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString("nothing of the kind")));
        problem(broken, 400);
    }

    @Test
    void aMisspeltFieldOfABackTestIsRefused() throws Exception {
        String body = "{\"query\":{\"text\":\"a\"},\"stream\":[\"gate/3\"]}";
        assertThat(
                        problem(server.json("POST", "/api/v1/queries/backtest", body), 400)
                                .path("field"))
                .hasToString("\"stream\"");
    }

    @Test
    void badJsonIsRefused() throws Exception {
        String path = "/api/v1/queries?id=q";
        problem(server.json("PUT", path, "{"), 400);
        problem(server.json("PUT", path, "[]"), 400);
        problem(server.json("PUT", path, ""), 400);
        problem(server.json("PUT", path, "{} {}"), 400);
        problem(server.json("PUT", path, "[".repeat(60_000)), 400);
        problem(server.json("PUT", path, "{\"text\":\"" + "a".repeat(1_600_000) + "\"}"), 413);
        assertThat(problem(server.json("PUT", path, "{\"text\":7}"), 400).path("field").asText())
                .isEqualTo("query");
        problem(
                server.send(
                        server.request(path)
                                .header("Content-Type", "text/plain")
                                .PUT(BodyPublishers.ofString("{\"text\":\"a\"}"))),
                415);
        assertThat(server.queries).isEmpty();
    }
}
