// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static dev.sightline.search.http.HostileRequestsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Other sites, and what they make a browser send, do no harm. */
class CrossSiteRequestsTest extends ServedTest {

    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    @Test
    void scriptsComeBackAsTextOnly() throws Exception {
        String text = URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8);
        HttpResponse<String> found = server.get("/api/v1/search?text=" + text);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(found.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        problem(server.get("/api/v1/search?" + text + "=1"), 400);
        problem(server.get("/api/v1/" + text), 404);
    }

    @Test
    void anotherSitesPageChangesNothing() throws Exception {
        for (var header :
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
                        .entrySet()) {
            HttpResponse<String> response =
                    server.send(
                            server.request("/api/v1/queries?id=q")
                                    .header(header.getKey(), header.getValue())
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString("{\"text\":\"a\"}")));
            problem(response, 403);
        }
        assertThat(server.queries).isEmpty();
        String own = server.uri("").toString();
        assertThat(
                        server.send(
                                        server.request("/api/v1/queries?id=q")
                                                .header("Origin", own)
                                                .DELETE())
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherSitesPageStartsNothing() throws Exception {
        HttpResponse<String> api =
                server.send(
                        server.request("/api/v1/search?text=a")
                                .header("Sec-Fetch-Site", "cross-site"));
        problem(api, 403);
        assertThat(
                        server.send(server.request("/").header("Sec-Fetch-Site", "cross-site"))
                                .statusCode())
                .as("a link to the page")
                .isEqualTo(200);
    }
}
