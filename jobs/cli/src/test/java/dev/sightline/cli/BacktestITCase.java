// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.Topic;
import dev.sightline.job.settings.SettingsParser;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.testdata.repository.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the job has found in the demo reel, and what back-tests say that it would have found. */
@Timeout(240)
class BacktestITCase {

    private static final String CAT =
            "{\"id\":\"cat\",\"text\":\"a cat\",\"alarmBudgetPerDay\":24}";
    private static final String CUP_OR_CAT =
            "{\"id\":\"which\",\"labels\":[\"a cat\",\"a red coffee cup on a saucer\"]}";
    private static final String CAT_THEN_CUP =
            "{\"id\":\"after\",\"text\":\"a cat\",\"alarmBudgetPerDay\":24,\"then\":"
                    + "{\"query\":\"a red coffee cup on a saucer\",\"withinMs\":10000}}";
    private static final String NO_DOG =
            "{\"id\":\"no dog\",\"text\":\"a cat\",\"not\":[\"a dog\"],\"alarmBudgetPerDay\":100}";
    private static final String RAW = "{\"id\":\"raw\",\"text\":\"a cat\",\"threshold\":0.2}";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir static Path folder;
    private static EmbeddedKafka kafka;
    private static final List<JsonNode> CLOSED = new ArrayList<>();

    @BeforeAll
    static void watch() throws Exception {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--source=" + Repository.reel(),
                                "--pictures=" + folder.resolve("pictures"),
                                "--parallelism=1",
                                "--checkpoint-interval=500ms",
                                "--kafka.bootstrap.servers=" + kafka.bootstrapServers()));
        List.of(CAT, CUP_OR_CAT, CAT_THEN_CUP, NO_DOG, RAW)
                .forEach(query -> arguments.add("--query=" + query));
        try (LocalJob job =
                LocalJob.prepare(
                        new SettingsParser(Map.of("SIGHTLINE_HOME", Repository.root().toString()))
                                .parse(arguments),
                        1,
                        line -> {})) {
            job.start();
            job.result().join();
        }
        String matches = Topic.QUERY_MATCHES.topicName();
        try (EventReader events = new EventReader(client(), List.of(matches), true)) {
            events.drain(
                    event -> {
                        if (event.data().path("phase").asText().equals("close")) {
                            CLOSED.add(event.data());
                        }
                    },
                    Duration.ofSeconds(10));
        }
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static Properties client() {
        Properties client = new Properties();
        client.put("bootstrap.servers", kafka.bootstrapServers());
        return client;
    }

    private static CapturedCommand backtest(String... arguments) {
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(
                List.of(
                        "--model",
                        Repository.model().toString(),
                        "--kafka",
                        kafka.bootstrapServers()));
        return CapturedCommand.run(all.toArray(String[]::new));
    }

    private static JsonNode result(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(Arrays.asList(arguments));
        CapturedCommand run = backtest(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    /** What match events and results of back-tests both say. */
    private static List<String> told(Iterable<JsonNode> matches) {
        List<String> told = new ArrayList<>();
        for (JsonNode match : matches) {
            StringBuilder line = new StringBuilder();
            for (String pointer :
                    List.of(
                            "/streamId",
                            "/epoch",
                            "/start/pts",
                            "/peak/pts",
                            "/end/pts",
                            "/scoreRaw",
                            "/score",
                            "/threshold",
                            "/expectedFalseAlarmsPerDay",
                            "/samples",
                            "/label",
                            "/closeReason")) {
                JsonNode field = match.at(pointer);
                line.append(pointer).append('=').append(field.isNull() ? "" : field.asText());
                line.append(' ');
            }
            told.add(line.toString());
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {CAT, CUP_OR_CAT, CAT_THEN_CUP, NO_DOG, RAW})
    void whatTheJobFoundIsWhatItWouldHaveFound(String query) throws Exception {
        String id = JSON.readTree(query).path("id").asText();
        List<JsonNode> found =
                CLOSED.stream().filter(match -> match.at("/query/id").asText().equals(id)).toList();
        JsonNode result = result("--query", query);
        assertThat(found).isNotEmpty();
        assertThat(told(result.at("/asked/matches"))).isEqualTo(told(found));
        assertThat(result.path("samples").asInt()).isEqualTo(40);
        // Of the same sample; the picture may be that of another query's match.
        assertThat(result.at("/asked/matches"))
                .allMatch(match -> match.path("thumbnail").asText().endsWith(".jpg"));
    }

    @Test
    void filesOfEventsGiveTheSame() throws Exception {
        Path file = folder.resolve("events.jsonl");
        CapturedCommand events =
                CapturedCommand.run(
                        "events",
                        "--once",
                        "--json",
                        "--kafka",
                        kafka.bootstrapServers(),
                        "--topic",
                        Topic.EMBEDDINGS.topicName(),
                        "--topic",
                        Topic.SCENE_CHANGES.topicName(),
                        "--topic",
                        Topic.QUERY_MATCHES.topicName());
        Files.writeString(file, events.out());
        assertThat(result("--query", CAT, "--file", file.toString()))
                .isEqualTo(result("--query", CAT));
    }

    @Test
    void otherBudgetsAreTriedToo() throws Exception {
        JsonNode result = result("--text", "a cat", "--budget", "24", "--budgets", "7,1000");
        assertThat(result.path("others"))
                .extracting(other -> other.path("alarmBudgetPerDay").asDouble())
                .containsExactly(0.1, 1.0, 7.0, 10.0, 100.0, 1000.0);
        assertThat(result.at("/asked/bearable").asDouble()).isEqualTo(24 * 40 / 86_400.0);
    }

    @Test
    void theTableSaysHowOftenAndWhen() {
        CapturedCommand run =
                backtest("--query", "a cat", "--budget", "24", "--from", "20s", "--stream", "re*");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("a cat: 1 match in 0.01 h of 1 stream")
                .contains("reel.mp4: 20 samples, 20 before them to learn from")
                .containsPattern("24.0 \\(asked\\) +1 +4320 +0.00556")
                .containsPattern("reel.mp4 +0:35.0 .* 0:39.0 .*\\.jpg");
    }

    @Test
    void whereNothingIsThatIsSaid() {
        CapturedCommand elsewhere = backtest("--query", "a cat", "--stream", "gate-*");
        assertThat(elsewhere.code()).isEqualTo(1);
        assertThat(elsewhere.err()).contains("no vectors of such streams", "--embeddings=false");
        CapturedCommand later = backtest("--query", "a cat", "--from", "1h");
        assertThat(later.code()).isEqualTo(1);
        assertThat(later.err()).contains("no sample of reel.mp4 lies between --from and --to");
    }

    @Test
    void topicsThatAreNotThereAreNamed() throws Exception {
        try (EmbeddedKafka lonely = EmbeddedKafka.start(folder.resolve("lonely"))) {
            CapturedCommand run =
                    CapturedCommand.run(
                            "backtest",
                            "--query=a cat",
                            "--model=" + Repository.model(),
                            "--kafka=" + lonely.bootstrapServers());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("video.scene-changes.v1", "start the job first");
        }
    }
}
