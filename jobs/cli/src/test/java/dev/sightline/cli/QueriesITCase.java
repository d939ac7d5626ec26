// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.event.Topic;
import dev.sightline.job.kafka.Topics;
import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsParser;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.testdata.repository.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands for queries, with a job that watches an empty folder. */
@Timeout(120)
class QueriesITCase {

    @TempDir static Path folder;
    private static EmbeddedKafka kafka;
    private static LocalJob job;

    private final PrintStream standardOut = System.out;
    private final PrintStream standardErr = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final StringWriter failure = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        job = LocalJob.prepare(settings(kafka), 1, line -> {});
        job.start();
    }

    private static Settings settings(EmbeddedKafka broker) throws IOException {
        Path videos = Files.createDirectories(folder.resolve("videos"));
        return new SettingsParser(Map.of("SIGHTLINE_HOME", Repository.root().toString()))
                .parse(
                        List.of(
                                "--source=" + videos,
                                "--watch",
                                "--pictures=off",
                                "--parallelism=1",
                                "--delivery=at-least-once",
                                "--checkpoint-interval=500ms",
                                "--kafka.bootstrap.servers=" + broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        job.close();
        kafka.close();
    }

    @BeforeEach
    void listen() {
        PrintStream capture = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
    }

    @AfterEach
    void restore() {
        System.setOut(standardOut);
        System.setErr(standardErr);
    }

    private int queries(String... arguments) {
        return queriesAt(kafka, arguments);
    }

    private int queriesAt(EmbeddedKafka broker, String... arguments) {
        said.reset();
        failure.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("queries"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--kafka", broker.bootstrapServers()));
        CommandLine command = Sightline.commandLine();
        command.setErr(new PrintWriter(failure, true));
        return command.execute(all.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aQueryIsAddedChangedListedAndRemoved() {
        assertThat(queries("add", "--id", "dogs", "--text", "a dog", "--budget", "2")).isZero();
        assertThat(said()).containsPattern("query dogs: accepted \\(threshold 0\\.\\d+, expected");
        assertThat(queries("add", "--id", "dogs", "--text", "a big dog")).isZero();
        assertThat(queries("list")).isZero();
        assertThat(said()).containsPattern("dogs +2  accepted +0\\.\\d+ +\\d\\.\\d+  a big dog");
        assertThat(queries("list", "--json")).isZero();
        assertThat(said()).contains("\"id\":\"dogs\"").contains("\"state\":\"accepted\"");
        assertThat(queries("remove", "dogs")).isZero();
        assertThat(said()).contains("query dogs: removed");
        assertThat(queries("list")).isZero();
        assertThat(said()).doesNotContain("dogs");
    }

    @Test
    void aRefusalIsAFailureWithItsReason() {
        assertThat(queries("add", "--id", "v", "--text", "a van", "--version", "3")).isZero();
        assertThat(queries("add", "--id", "v", "--text", "a bus", "--version", "2")).isEqualTo(1);
        assertThat(said()).contains("query v: refused: version 3 is in force");
        assertThat(queries("add", "--id", "far", "--image", "http://127.0.0.1:1/van.jpg"))
                .isEqualTo(1);
        assertThat(said()).contains("query far: refused: the picture cannot be fetched");
        assertThat(queries("list")).isZero();
        assertThat(said()).contains("version 3 is in force");
        assertThat(queries("remove", "v", "far")).isZero();
    }

    @Test
    void everythingThatAQueryCanSayIsAccepted() {
        assertThat(queries("add", "--id", "snow", "--text", "a dog", "--and", "snow", "--not", "x"))
                .isZero();
        assertThat(queries("add", "--text", "a van", "--then", "nobody", "--within", "5min"))
                .isZero();
        assertThat(said()).contains("query a van, then nobody within 300 s: accepted");
        assertThat(queries("add", "--id", "light", "--label", "day", "--label", "night")).isZero();
        assertThat(queries("list")).isZero();
        assertThat(said()).contains("a dog and snow, not x").contains("one of: day, night");
    }

    @Test
    void aPictureOfThisMachineIsSentWithTheQuery() {
        Path cat = Repository.model().resolve("reference/cat.png");
        assertThat(queries("add", "--id", "cat", "--image", cat.toString())).isZero();
        assertThat(queries("list")).isZero();
        assertThat(said()).contains("a picture");
    }

    @Test
    void picturesWithoutAnIdAreQueriesOfTheirOwn() {
        for (String name : List.of("cat.png", "coffee.png")) {
            Path picture = Repository.model().resolve("reference").resolve(name);
            assertThat(queries("add", "--image", picture.toString())).isZero();
            assertThat(said()).containsPattern("query a picture [0-9a-f]{8}: accepted");
        }
        assertThat(queries("list")).isZero();
        assertThat(said().lines().filter(line -> line.matches("a picture [0-9a-f]{8} +1 .*")))
                .hasSize(2);
    }

    @Test
    void aFileOfQueriesIsAddedAsAWhole() throws Exception {
        Path file = folder.resolve("queries.json");
        Files.writeString(file, "{\"id\":\"x\",\"text\":\"a cup\"}\n{\"id\":\"y\",\"text\":\"\"}");
        assertThat(queries("add", "--file", file.toString())).isEqualTo(2);
        assertThat(failure.toString()).contains("'text' is empty");
        Files.writeString(file, "[{\"id\":\"x\",\"text\":\"a cup\"},{\"text\":\"snow\"}]");
        assertThat(queries("add", "--file", file.toString())).isZero();
        assertThat(said()).contains("query x: accepted").contains("query snow: accepted");
        Files.writeString(
                file,
                "{\"id\":\"far\",\"image\":\"http://127.0.0.1:1/van.jpg\"} {\"text\":\"ice\"}");
        assertThat(queries("add", "--file", file.toString())).isEqualTo(1);
        assertThat(said()).contains("query far: refused").contains("query ice: accepted");
        assertThat(queries("remove", "x", "snow", "far", "ice")).isZero();
        assertThat(said()).contains("query x: removed", "query snow: removed", "query ice: rem");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForForEver() throws Exception {
        try (EmbeddedKafka lonely = EmbeddedKafka.start(folder.resolve("lonely"))) {
            assertThat(queriesAt(lonely, "list")).isEqualTo(1);
            assertThat(failure.toString()).contains("video.queries.v1").contains("does not exist");
            Topics.ensure(settings(lonely).kafka(), line -> {});
            assertThat(queriesAt(lonely, "list")).isZero();
            assertThat(said()).contains("no queries");
            assertThat(queriesAt(lonely, "add", "--json", "{\"text\":\"fog\"}", "--wait", "0s"))
                    .isZero();
            assertThat(queriesAt(lonely, "remove", "fog", "--wait", "300ms"))
                    .isEqualTo(Sightline.NO_ANSWER);
            assertThat(said()).contains("no job has answered within 0 s about fog; is one");
            Path file = folder.resolve("many.json");
            Files.writeString(file, "{\"text\":\"rain\"} {\"text\":\"hail\"}");
            assertThat(queriesAt(lonely, "add", "--file", file.toString(), "--wait", "300ms"))
                    .isEqualTo(Sightline.NO_ANSWER);
            assertThat(said()).containsOnlyOnce("no job has answered").contains("rain, hail;");
        }
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        assertThat(queries("remove", "rain")).isEqualTo(1);
        assertThat(failure.toString()).contains("there is no query 'rain'");
    }

    @Test
    void aWrongMatchIsNamedOnTheControlTopicUntilThatIsTakenBack() {
        assertThat(queries("wrong", "m1")).isEqualTo(1);
        assertThat(failure.toString()).contains("there is no match 'm1'");
        writeMatch("m1", "dogs");
        assertThat(queries("wrong", "m1")).isZero();
        assertThat(said()).contains("query dogs: the match at 0:05.0 of gate-3 counts as wrong");
        assertThat(feedback("m1")).containsExactly("{\"wrongMatch\":\"m1\"}");
        assertThat(queries("wrong", "m1", "--undo")).isZero();
        assertThat(feedback("m1")).isEmpty();
    }

    @Test
    void whatWasSaidOfItsMatchesGoesWithAQuery() {
        assertThat(queries("add", "--id", "dogs", "--text", "a dog")).isZero();
        writeMatch("m4", "dogs");
        assertThat(queries("wrong", "m4")).isZero();
        assertThat(feedback("m4")).hasSize(1);
        assertThat(queries("remove", "dogs")).isZero();
        assertThat(feedback("m4")).isEmpty();
    }

    @Test
    void aWrongMatchIsRefusedWhereItWouldChangeNothing() {
        assertThat(queries("add", "--id", "raw", "--text", "a hat", "--threshold", "0.3")).isZero();
        writeMatch("m2", "raw");
        assertThat(queries("wrong", "m2")).isEqualTo(1);
        assertThat(failure.toString())
                .contains("the threshold of query raw is set by hand")
                .contains("Raise it (it is 0.3)");
        assertThat(queries("add", "--id", "room", "--label", "full", "--label", "empty")).isZero();
        writeMatch("m3", "room");
        assertThat(queries("wrong", "m3")).isEqualTo(1);
        assertThat(failure.toString()).contains("tells labels apart").contains("Reword the labels");
        assertThat(queries("wrong", "m3", "--undo")).isZero();
        assertThat(queries("remove", "raw", "room")).isZero();
    }

    private static void writeMatch(String matchId, String queryId) {
        String match =
                "{\"streamId\":\"gate-3\",\"matchId\":\"%s\",\"start\":{\"mediaMs\":5000},"
                                .formatted(matchId)
                        + "\"query\":{\"id\":\"%s\"}}".formatted(queryId);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.QUERY_MATCHES.topicName(), "gate-3", match));
        }
    }

    private static List<String> feedback(String matchId) {
        return new ControlTopic(client())
                .records().entrySet().stream()
                        .filter(entry -> entry.getKey().equals("dogs/wrong/" + matchId))
                        .map(entry -> new String(entry.getValue().value(), StandardCharsets.UTF_8))
                        .toList();
    }

    private static Properties client() {
        Properties client = new Properties();
        client.put("bootstrap.servers", kafka.bootstrapServers());
        return client;
    }
}
