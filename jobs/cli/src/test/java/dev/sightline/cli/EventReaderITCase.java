// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.event.Topic;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventReaderITCase {

    private static final String TOPIC = Topic.SCENE_CHANGES.topicName();

    @TempDir Path folder;
    private EmbeddedKafka kafka;
    private KafkaProducer<String, String> producer;
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(folder);
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "transactional.id",
                                "test"),
                        new StringSerializer(),
                        new StringSerializer());
        producer.initTransactions();
        write("old");
        producer.commitTransaction();
    }

    @AfterEach
    void stop() {
        producer.close(Duration.ZERO);
        kafka.close();
    }

    private void write(String text) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "k", '"' + text + '"'));
        producer.flush();
    }

    private Properties client() {
        Properties client = new Properties();
        client.put("bootstrap.servers", kafka.bootstrapServers());
        return client;
    }

    private EventReader reader(boolean fromBeginning) {
        return new EventReader(client(), List.of(TOPIC), fromBeginning);
    }

    private void take(EventRecord event) {
        read.add(event.data().asText());
    }

    @Test
    void aTransactionThatIsBeingCommittedIsWaitedFor() throws Exception {
        try (EventReader events = reader(true)) {
            write("late");
            CompletableFuture<Void> commit =
                    CompletableFuture.runAsync(
                            producer::commitTransaction,
                            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            events.drain(this::take, Duration.ofSeconds(20));
            commit.join();
        }
        assertThat(read).containsExactly("old", "late");
    }

    @Test
    void aTransactionThatStaysOpenIsNotWaitedForForEver() throws Exception {
        try (EventReader events = reader(true)) {
            write("open");
            events.drain(this::take, Duration.ofSeconds(1));
        }
        assertThat(read).containsExactly("old");
    }

    @Test
    void theCommandEndsWithWhatIsThere() {
        String kafkaAt = kafka.bootstrapServers();
        assertThat(Sightline.commandLine().execute("events", "--once", "--kafka", kafkaAt))
                .isZero();
    }

    @Test
    void nothingWrittenAfterTheReaderWasMadeIsMissed() throws Exception {
        try (EventReader events = reader(false)) {
            write("new");
            producer.commitTransaction();
            events.drain(this::take, Duration.ofSeconds(20));
        }
        assertThat(read).containsExactly("new");
    }
}
