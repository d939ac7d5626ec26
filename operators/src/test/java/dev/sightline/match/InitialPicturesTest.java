// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.ModelBundle;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryEvents;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.LoopbackServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries of a submission whose picture is on a server. */
class InitialPicturesTest {

    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());

    private final LoopbackServer server;
    private final ArmingSettings settings =
            new ArmingSettings(
                    BUNDLE.folder().toString(),
                    BUNDLE.digest(),
                    Duration.ofSeconds(1),
                    AllowedHosts.parse(List.of("127.0.0.1")));

    InitialPicturesTest() throws Exception {
        server = new LoopbackServer();
        server.on("/gone", exchange -> LoopbackServer.send(exchange, 404, new byte[0]));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private InitialQueries queries() {
        String json = "{\"image\":\"" + server.at("/gone") + "\"}";
        return new InitialQueries(
                List.of(QueryCommand.ofRecord("vans", json.getBytes(UTF_8), 3)), 1);
    }

    @Test
    void whatCouldNotBeFetchedIsNotWaitedForAgainToSaySo() throws Exception {
        QueryEvents events =
                new QueryEvents(
                        new ModelBlock("m", BUNDLE.digest(), BUNDLE.dimension()),
                        new ProducerBlock("test", "1"),
                        Clock.systemUTC());
        try (var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new QueryControlOperator(settings, queries(), events))) {
            harness.open();
            harness.setProcessingTime(1);
            assertThat(harness.getSideOutput(QueryControlOperator.STATUS))
                    .singleElement()
                    .satisfies(
                            status -> {
                                assertThat(status.getValue().state()).isEqualTo("refused");
                                assertThat(status.getValue().reason()).contains("404");
                            });
        }
        assertThat(server.asked()).hasSize(1);
    }
}
