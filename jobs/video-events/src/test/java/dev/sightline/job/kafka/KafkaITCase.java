// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sightline.event.Topic;
import dev.sightline.job.settings.Delivery;
import dev.sightline.job.settings.KafkaSettings;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaITCase {

    @TempDir Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private static KafkaSettings settings(String bootstrap, Duration patience) {
        return settings(Map.of("bootstrap.servers", bootstrap), 1, patience);
    }

    private static KafkaSettings settings(Map<String, String> client, int replication) {
        return settings(client, replication, Duration.ofSeconds(60));
    }

    private static KafkaSettings settings(
            Map<String, String> client, int replication, Duration patience) {
        return settings(client, replication, true, patience);
    }

    private static KafkaSettings settings(
            Map<String, String> client, int replication, boolean compaction, Duration patience) {
        return new KafkaSettings(
                client,
                Delivery.EXACTLY_ONCE,
                true,
                3,
                replication,
                Duration.ofDays(2),
                compaction,
                patience);
    }

    private static String config(Admin admin, Topic topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
    }

    @Test
    void createsMissingTopicsOnceAsTheSettingsSay() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            KafkaSettings settings = settings(kafka.bootstrapServers(), Duration.ofSeconds(30));
            Topics.ensure(settings, said::add);
            Topics.ensure(settings, said::add);
            assertThat(said).singleElement().asString().contains("created");
            try (Admin admin = Admin.create(settings.properties())) {
                String name = Topic.SCENE_CHANGES.topicName();
                assertThat(
                                admin.describeTopics(List.of(name))
                                        .allTopicNames()
                                        .get()
                                        .get(name)
                                        .partitions())
                        .hasSize(3);
                assertThat(config(admin, Topic.SCENE_CHANGES, "retention.ms"))
                        .isEqualTo(String.valueOf(Duration.ofDays(2).toMillis()));
                assertThat(config(admin, Topic.SCENE_CHANGES, "cleanup.policy"))
                        .isEqualTo("delete");
                assertThat(config(admin, Topic.QUERIES, "cleanup.policy")).isEqualTo("compact");
            }
        }
    }

    @Test
    void keepsEveryQueryWhereCompactionIsNotWanted() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            Map<String, String> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
            KafkaSettings settings = settings(client, 1, false, Duration.ofSeconds(30));
            Topics.ensure(settings, said::add);
            try (Admin admin = Admin.create(settings.properties())) {
                assertThat(config(admin, Topic.QUERIES, "cleanup.policy")).isEqualTo("delete");
                assertThat(config(admin, Topic.QUERIES, "retention.ms")).isEqualTo("-1");
            }
        }
    }

    @Test
    void givesUpOnABrokerThatStaysAwayAndSaysWhatToDo() {
        KafkaSettings settings = settings("127.0.0.1:1", Duration.ofSeconds(7));
        assertThatThrownBy(() -> Topics.ensure(settings, said::add))
                .isInstanceOf(KafkaUnavailable.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("--kafka.bootstrap.servers");
        assertThat(said).singleElement().asString().contains("trying again");
    }

    @Test
    void saysAtOnceWhatIsWrongInTheSettingsOfTheClients() {
        KafkaSettings settings =
                settings(
                        Map.of(
                                "bootstrap.servers",
                                "127.0.0.1:1",
                                "security.protocol",
                                "SSL",
                                "ssl.truststore.location",
                                "/not/there.jks"),
                        1);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertThatThrownBy(() -> Topics.ensure(settings, said::add))
                                .isInstanceOf(KafkaUnavailable.class)
                                .hasMessageContaining("/not/there.jks")
                                .hasMessageContaining("kafka.*"));
        assertThat(said).isEmpty();
    }

    @Test
    void saysAtOnceThatThereAreTooFewBrokersForTheReplicas() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            KafkaSettings settings =
                    settings(Map.of("bootstrap.servers", kafka.bootstrapServers()), 3);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () ->
                            assertThatThrownBy(() -> Topics.ensure(settings, said::add))
                                    .isInstanceOf(KafkaUnavailable.class)
                                    .hasMessageContaining("replicat")
                                    .hasMessageContaining("topic-*"));
            assertThat(said).isEmpty();
        }
    }

    @Test
    void waitsForABrokerWhoseNameIsNotKnownYet() {
        KafkaSettings settings = settings("nobody.invalid:9092", Duration.ofSeconds(3));
        assertThatThrownBy(() -> Topics.ensure(settings, said::add))
                .isInstanceOf(KafkaUnavailable.class)
                .hasMessageContaining("cannot reach Kafka at nobody.invalid:9092");
        assertThat(said).singleElement().asString().contains("trying again");
    }

    @Test
    void waitsForABrokerThatComesUp() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        KafkaSettings settings = settings("127.0.0.1:" + port, Duration.ofSeconds(60));
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> Topics.ensure(settings, said::add));
        await().atMost(Duration.ofSeconds(30)).until(() -> !said.isEmpty());
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, port)) {
            waiting.get();
            assertThat(said).hasSize(2).last().asString().contains("created");
        }
    }

    @Test
    void readsWhatAControlTopicSaysNow() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            KafkaSettings settings = settings(kafka.bootstrapServers(), Duration.ofSeconds(30));
            Topics.ensure(settings, said::add);
            String topic = Topic.QUERIES.topicName();
            assertThat(ControlTopicSnapshot.read(settings, topic).entries()).isEmpty();
            send(kafka, topic, "a", "1");
            send(kafka, topic, "b", "1");
            send(kafka, topic, "a", "2");
            send(kafka, topic, "b", null);
            send(kafka, topic, "", "3");
            ControlTopicSnapshot snapshot = ControlTopicSnapshot.read(settings, topic);
            assertThat(snapshot.entries()).containsOnlyKeys("a", "");
            assertThat(new String(snapshot.entries().get("a").value())).isEqualTo("2");
            assertThat(snapshot.next().values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(5);
        }
    }

    @Test
    void waitsForAControlTopicThatTheBrokerDoesNotKnowYet() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            KafkaSettings settings = settings(kafka.bootstrapServers(), Duration.ofSeconds(30));
            CompletableFuture<ControlTopicSnapshot> reading =
                    CompletableFuture.supplyAsync(
                            () -> ControlTopicSnapshot.read(settings, Topic.QUERIES.topicName()));
            assertThat(reading).isNotDone();
            Topics.ensure(settings, said::add);
            assertThat(reading)
                    .succeedsWithin(Duration.ofSeconds(20))
                    .satisfies(snapshot -> assertThat(snapshot.next()).isNotEmpty());
        }
    }

    private static void send(EmbeddedKafka kafka, String topic, String key, String value)
            throws IOException, InterruptedException {
        Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value));
        }
    }
}
