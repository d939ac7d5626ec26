// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.Topic;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.testdata.live.Fault;
import dev.sightline.testdata.live.FaultProxy;
import dev.sightline.testdata.live.Mount;
import dev.sightline.testdata.live.RtspServer;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on live streams, registered while it runs. */
@Timeout(240)
class LiveStreamsITCase {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir Path folder;
    private EmbeddedKafka kafka;
    private JobClient job;

    @BeforeEach
    void startKafka() throws IOException {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    }

    @AfterEach
    void stop() throws Exception {
        try {
            if (job != null) {
                job.cancel().get();
                awaitEnd();
            }
        } finally {
            kafka.close();
        }
    }

    /** A writer that ends when its broker has gone waits for it for a minute. */
    private void awaitEnd() {
        assertThat(job.getJobExecutionResult())
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withRootCauseInstanceOf(JobCancellationException.class);
        job = null;
    }

    private void start(String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--model=" + Repository.model(),
                                "--checkpoint-interval=500ms",
                                "--heartbeat=1s",
                                "--reconnect-first=200ms",
                                "--reconnect-longest=1s",
                                "--stream-silence=5s",
                                "--pictures=" + folder.resolve("pictures"),
                                "--kafka.bootstrap.servers=" + kafka.bootstrapServers()));
        arguments.addAll(Arrays.asList(more));
        job = LocalEnvironment.of(arguments).executeAsync();
    }

    private void register(String id, String json) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.STREAMS.topicName(), id, json)).get();
        }
    }

    private static String camera(String uri, String more) {
        return "{\"uri\": \"" + uri + "\"" + more + "}";
    }

    private List<JsonNode> values(Topic topic) throws IOException {
        return TopicValues.of(kafka, topic);
    }

    private JsonNode await(Topic topic, Predicate<JsonNode> wanted) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (JsonNode next : values(topic)) {
                if (wanted.test(next)) {
                    return next;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("not in " + topic + ": " + values(topic));
    }

    private static Predicate<JsonNode> state(String id, String state) {
        return next ->
                next.path("streamId").asText().equals(id)
                        && next.path("state").asText().equals(state);
    }

    private static Predicate<JsonNode> epochBehind(JsonNode before) {
        return next -> next.path("epoch").asLong() > before.path("epoch").asLong();
    }

    private static Predicate<JsonNode> error(String id, String words) {
        return next ->
                next.path("streamId").asText().equals(id)
                        && next.path("message").asText().contains(words);
    }

    @Test
    void streamsComeChangeAndGoWhileItRuns() throws Exception {
        try (RtspServer server = RtspServer.start(Mount.clock("gate"))) {
            start("--stream-topic=true", "--allow-private-hosts=127.0.0.1");
            register("gate", camera(server.uri("gate"), ""));
            JsonNode online = await(Topic.STREAM_STATUS, state("gate", "online"));
            await(Topic.EMBEDDINGS, next -> next.path("k").asLong() == 3);

            register("gate", "{\"uri\": 5}");
            await(Topic.ERRORS, error("gate", "uri"));
            register("gate", camera(server.uri("gate"), ", \"intervalMs\": 250"));
            JsonNode again =
                    await(Topic.STREAM_STATUS, state("gate", "online").and(epochBehind(online)));
            await(Topic.EMBEDDINGS, next -> next.path("epoch").equals(again.path("epoch")));
            await(Topic.STREAM_STATUS, state("gate", "heartbeat"));

            register("gate", null);
            await(Topic.STREAM_STATUS, state("gate", "ended"));
            assertThat(values(Topic.STREAM_STATUS).stream().filter(state("gate", "online")))
                    .as("what could not be understood changed nothing")
                    .hasSize(2);
        }
    }

    @Test
    void aCameraThatDiesIsReconnectedToAndSaysHowLongItWasAway() throws Exception {
        RtspServer server = RtspServer.start(Mount.clock("gate"));
        int port = server.port();
        try {
            start("--stream=gate=" + server.uri("gate"));
            JsonNode online = await(Topic.STREAM_STATUS, state("gate", "online"));
            server.kill();
            JsonNode away = await(Topic.STREAM_STATUS, state("gate", "reconnecting"));
            assertThat(away.path("attempt").asInt()).isEqualTo(1);
            await(Topic.ERRORS, error("gate", ""));
            server = RtspServer.startAt(port, Mount.clock("gate"));
            await(Topic.STREAM_STATUS, state("gate", "online").and(epochBehind(online)));
            JsonNode gap =
                    await(
                            Topic.STREAM_STATUS,
                            state("gate", "degraded")
                                    .and(next -> next.path("epoch").equals(away.path("epoch"))));
            assertThat(gap.at("/gap/missingMs").asLong()).isGreaterThan(1000);
            assertThat(gap.at("/gap/from")).isEqualTo(away.path("time"));
        } finally {
            server.close();
        }
    }

    @Test
    void whatIsPrivateIsRefusedAndNoCredentialIsSeenAnywhere() throws Exception {
        String password = "Pl4nted-Pa55word";
        Files.writeString(folder.resolve("gate"), "joe:" + password);
        Files.writeString(folder.resolve("wrong"), "joe:" + password + "-wrong");
        try (CapturedLog log = CapturedLog.open();
                RtspServer server =
                        RtspServer.startWithLogin("joe", password, Mount.clock("gate"))) {
            start(
                    "--stream-topic=true",
                    "--secrets-dir=" + folder,
                    "--allow-private-hosts=127.0.0.1");
            String secret = ", \"secretRef\": \"file:";
            register("gate", camera(server.uri("gate"), secret + "gate\""));
            register("wrong", camera(server.uri("gate"), secret + "wrong\""));
            register("metadata", camera("http://169.254.169.254/a.m3u8", ""));
            register("open", camera("rtsp://joe:" + password + "@127.0.0.1/gate", ""));
            await(Topic.STREAM_STATUS, state("gate", "online"));
            await(Topic.ERRORS, error("wrong", ""));
            await(Topic.ERRORS, error("metadata", "must not be read"));
            await(Topic.ERRORS, error("open", "credentials"));
            StringBuilder seen = new StringBuilder(log.text());
            for (Topic topic : Topic.values()) {
                if (topic != Topic.STREAMS) {
                    seen.append(values(topic));
                }
            }
            assertThat(seen).doesNotContain(password).contains("gate");
        }
    }

    @Test
    void whenItIsCancelledAllIsGoneSoonAlsoWhatHangsInOpening() throws Exception {
        try (RtspServer server = RtspServer.start(Mount.clock("gate"));
                FaultProxy hanging = FaultProxy.to(server.port())) {
            hanging.inject(Fault.STALL);
            List<String> streams = new ArrayList<>(List.of("--stream-silence=60s"));
            for (int i = 0; i < 8; i++) {
                streams.add("--stream=good-" + i + "=" + server.uri("gate"));
                streams.add("--stream=bad-" + i + "=" + RtspServer.uri(hanging.port(), "gate"));
            }
            start(streams.toArray(String[]::new));
            for (int i = 0; i < 8; i++) {
                await(Topic.STREAM_STATUS, state("good-" + i, "online"));
            }
            assertThat(threads()).isEqualTo(16);
            Instant cancelled = Instant.now();
            job.cancel().get();
            while (threads() > 0 && Instant.now().isBefore(cancelled.plus(SOON))) {
                Thread.sleep(20);
            }
            assertThat(threads()).isZero();
            awaitEnd();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("live stream "))
                .count();
    }
}
