// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.Topic;
import dev.sightline.testdata.kafka.CommittedRecords;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on the demo reel, with a real broker. */
class VideoEventsJobITCase {

    @TempDir Path folder;
    private EmbeddedKafka kafka;

    @BeforeEach
    void startKafka() throws IOException {
        kafka = EmbeddedKafka.start(folder);
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    private void run(String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--source=" + Repository.reel(),
                                "--model=" + Repository.model(),
                                "--alarm-budget=24",
                                "--checkpoint-interval=1s",
                                "--pictures=" + folder.resolve("pictures"),
                                "--kafka.bootstrap.servers=" + kafka.bootstrapServers()));
        arguments.addAll(Arrays.asList(more));
        LocalEnvironment.of(arguments).execute();
        CommittedRecords.awaitDecided(
                kafka.bootstrapServers(), Stream.of(Topic.values()).map(Topic::topicName).toList());
    }

    private List<JsonNode> values(Topic topic) throws IOException {
        return TopicValues.of(kafka, topic);
    }

    private List<CommittedRecords.Received> committed(Topic topic) {
        return CommittedRecords.of(kafka.bootstrapServers(), List.of(topic.topicName()));
    }

    private static List<Long> starts(List<JsonNode> changes) {
        return changes.stream()
                .map(change -> change.at("/boundary/start/mediaMs").asLong())
                .toList();
    }

    @Test
    void findsTheCutsAndTheScenesOfTheReel() throws Exception {
        run("--query=a cat", "--query=people swimming in a pool");

        List<Long> starts = starts(values(Topic.SCENE_CHANGES));
        for (long cut : List.of(5000L, 10_000L, 26_500L, 31_000L, 35_000L)) {
            assertThat(starts).anyMatch(start -> Math.abs(start - cut) <= 1000);
        }
        assertThat(starts).hasSizeLessThanOrEqualTo(8).noneMatch(at -> at > 22_000 && at < 25_500);

        List<JsonNode> closed =
                values(Topic.QUERY_MATCHES).stream()
                        .filter(match -> match.get("phase").asText().equals("close"))
                        .toList();
        assertThat(closed).allMatch(match -> match.at("/query/text").asText().equals("a cat"));
        assertThat(closed)
                .extracting(match -> match.at("/start/mediaMs").asLong() / 1000)
                .containsExactly(0L, 35L);
        assertThat(values(Topic.STREAM_STATUS))
                .extracting(status -> status.get("state").asText())
                .containsExactly("online", "ended");
        assertThat(values(Topic.QUERY_STATUS))
                .extracting(status -> status.get("state").asText())
                .containsExactly("accepted", "accepted");
        assertThat(committed(Topic.EMBEDDINGS))
                .hasSize(40)
                .allSatisfy(VideoEventsJobITCase::requireACloudEventKeyedByItsStream);
    }

    private static void requireACloudEventKeyedByItsStream(CommittedRecords.Received next) {
        assertThat(next.key()).isEqualTo("reel.mp4");
        assertThat(next.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "dev.sightline.embedding.v1")
                .containsEntry("ce_subject", "reel.mp4")
                .containsKeys("ce_id", "ce_source", "ce_time", "ce_dataschema");
    }

    /** At this interval the reel has 79 samples: one range, two, and seven. */
    @Test
    void givesTheSameIdsWhenItRunsAgainInAnyNumberOfRanges() throws Exception {
        for (int ranges : List.of(1, 2, 7)) {
            run(
                    "--query=a cat",
                    "--interval=500ms",
                    "--parallelism=" + ranges,
                    "--range-length=5500ms");
        }
        assertThat(countById().values()).isNotEmpty().allMatch(count -> count == 3);
    }

    private Map<String, Long> countById() {
        return Set.of(
                        Topic.SCENE_CHANGES,
                        Topic.QUERY_MATCHES,
                        Topic.STREAM_STATUS,
                        Topic.EMBEDDINGS)
                .stream()
                .flatMap(topic -> committed(topic).stream())
                .collect(
                        Collectors.groupingBy(
                                next -> next.headers().get("ce_id"), Collectors.counting()));
    }

    @Test
    void armsTheQueriesThatStandInTheControlTopicAndRefusesMalformedOnes() throws Exception {
        run("--embeddings=false"); // creates the topics
        Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            String topic = Topic.QUERIES.topicName();
            String cups = "{\"text\":\"a red coffee cup on a saucer\",\"alarmBudgetPerDay\":24}";
            producer.send(new ProducerRecord<>(topic, "cups", cups));
            producer.send(new ProducerRecord<>(topic, "gone", "{\"text\":\"a cat\"}"));
            producer.send(new ProducerRecord<>(topic, "gone", null));
            producer.send(new ProducerRecord<>(topic, "typo", "{\"txt\":\"a cat\"}"));
            producer.send(new ProducerRecord<>(topic, "", "{\"text\":\"a cat\"}"));
            String shared = "{\"text\":\"x\",\"budgetScope\":\"query\"}";
            producer.send(new ProducerRecord<>(topic, "shared", shared));
        }
        run("--embeddings=false");
        assertThat(values(Topic.EMBEDDINGS)).isEmpty();
        assertThat(values(Topic.QUERY_MATCHES))
                .isNotEmpty()
                .allMatch(match -> match.at("/query/id").asText().equals("cups"))
                .allMatch(match -> match.at("/start/mediaMs").asLong() == 5000);
        assertThat(values(Topic.QUERY_STATUS))
                .extracting(s -> s.get("queryId").asText() + " " + s.get("state").asText())
                .containsExactlyInAnyOrder("cups accepted", "shared refused");
        assertThat(values(Topic.ERRORS))
                .extracting(error -> error.get("message").asText())
                .hasSize(2)
                .anyMatch(message -> message.contains("txt"))
                .anyMatch(message -> message.contains("has no key"));
    }

    @Test
    void deliversWithoutTransactionsWhenAskedTo() throws Exception {
        run("--delivery=at-least-once");
        assertThat(values(Topic.EMBEDDINGS)).hasSize(40);
    }
}
