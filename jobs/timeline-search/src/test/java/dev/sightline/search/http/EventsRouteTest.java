// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.search.live.LiveMessage;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Server-sent events. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventsRouteTest {

    @TempDir Path files;

    private static Iterator<String> watch(RunningServer server) throws Exception {
        HttpResponse<Stream<String>> response =
                server.client.send(
                        server.request("/api/v1/events").build(), BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        Iterator<String> lines = response.body().iterator();
        assertThat(lines.next()).startsWith(":");
        assertThat(lines.next()).isEmpty();
        return lines;
    }

    @Test
    void tellsAllWhoWatchAndEndsWithTheService() throws Exception {
        RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files);
        Iterator<String> one = watch(server);
        Iterator<String> two = watch(server);
        assertThat(server.get("/api/v1/events").statusCode()).isEqualTo(503);
        server.live.publish(LiveJson.of(Made.match()).orElseThrow());
        for (Iterator<String> lines : List.of(one, two)) {
            assertThat(lines.next()).isEqualTo("event: match");
            JsonNode data = new ObjectMapper().readTree(lines.next().substring("data: ".length()));
            assertThat(data.path("stream").asText()).isEqualTo("gate/3");
            assertThat(data.path("id").asText()).isEqualTo("m1");
            assertThat(data.at("/peak/mediaMs").asLong()).isEqualTo(62_000);
            assertThat(lines.next()).isEmpty();
        }
        server.close();
        assertThat(one.hasNext()).isFalse();
        assertThat(two.hasNext()).isFalse();
    }

    @Test
    void whoDoesNotReadIsDroppedAndStopsNobody() throws Exception {
        try (RunningServer server = new RunningServer(RunningServer.NO_LOGIN, files)) {
            HttpResponse<InputStream> slow =
                    server.client.send(
                            server.request("/api/v1/events").build(), BodyHandlers.ofInputStream());
            LiveMessage large = new LiveMessage("match", "\"" + "a".repeat(1 << 20) + "\"");
            await().until(
                            () -> {
                                server.live.publish(large);
                                return server.live.listeners() == 0;
                            });
            Iterator<String> other = watch(server);
            server.live.publish(LiveJson.of(Made.change()).orElseThrow());
            assertThat(other.next()).isEqualTo("event: scene");
            slow.body().close();
        }
    }

    @Test
    void samplesAndHeartbeatsAreNotTold() {
        assertThat(LiveJson.of(Made.gap())).isPresent();
        assertThat(LiveJson.of(Made.heartbeat())).isEmpty();
    }
}
