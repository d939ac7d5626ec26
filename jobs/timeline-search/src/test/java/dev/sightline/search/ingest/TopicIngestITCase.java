// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import static dev.sightline.search.timeline.PublishedEvents.camera;
import static dev.sightline.search.timeline.PublishedEvents.embedding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightline.event.Event;
import dev.sightline.event.Topic;
import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.timeline.PublishedEvents;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicIngestITCase {

    private static final String EMBEDDINGS = Topic.EMBEDDINGS.topicName();

    @TempDir private static Path data;
    private static EmbeddedKafka broker;

    @TempDir private Path folder;
    private EventTopics topics;
    private LuceneTimelineIndex index;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = EmbeddedKafka.start(data);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws IOException {
        topics = new EventTopics(broker.bootstrapServers());
        index = LuceneTimelineIndex.open(folder.resolve("index"), IndexSettings.DEFAULT);
    }

    @AfterEach
    void stop() throws Exception {
        index.close();
        topics.deleteAll();
    }

    private static List<Event> samples(String stream, long from, long to) {
        List<Event> events = new ArrayList<>();
        LongStream.range(from, to).forEach(k -> events.add(embedding(camera(stream, 1), k)));
        return events;
    }

    private void awaitSamples(String stream, long count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(index.stream(stream).map(StreamSummary::samples))
                                        .contains(count));
    }

    @Test
    void waitsForTopicsAndBrokersAndTellsOfEachEvent() throws Exception {
        List<TimelineEvent> told = new CopyOnWriteArrayList<>();
        try (TopicIngest ingest = TopicIngest.start(topics.client(), index, told::add)) {
            await().untilAsserted(
                            () ->
                                    assertThat(ingest.progress().problem())
                                            .contains(EMBEDDINGS)
                                            .contains("exists yet"));
            topics.create(2, List.of(EMBEDDINGS));
            topics.publish(samples("gate", 0, 1_500));
            awaitSamples("gate", 1_500);
            topics.create(1, List.of(Topic.SCENE_CHANGES.topicName()));
            topics.publish(List.of(PublishedEvents.cut(camera("gate", 1), 4_000)));
            await().untilAsserted(
                            () ->
                                    assertThat(index.stream("gate").orElseThrow().changes())
                                            .isEqualTo(1));
            await().untilAsserted(() -> assertThat(ingest.progress().behind()).isZero());
            assertThat(ingest.progress().problem()).isNull();
            assertThat(ingest.progress().records()).isEqualTo(1_501);
            await().untilAsserted(() -> assertThat(told).hasSize(1_501));

            int port = broker.port();
            broker.close();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(ingest.progress().problem())
                                            .isEqualTo("127.0.0.1:" + port + " does not answer"));
            broker = EmbeddedKafka.start(data, port);
            topics.publish(samples("gate", 1_500, 1_600));
            awaitSamples("gate", 1_600);
            await().untilAsserted(() -> assertThat(ingest.progress().problem()).isNull());
        }
    }

    @Test
    void leavesOutWhatIsNotCommittedOrMalformed() throws Exception {
        topics.create(1, RecordReader.NAMES);
        try (KafkaProducer<byte[], byte[]> producer =
                topics.producer(Map.of("transactional.id", "t"))) {
            producer.initTransactions();
            producer.beginTransaction();
            samples("gate", 0, 5).forEach(e -> producer.send(EventTopics.record(e)));
            producer.commitTransaction();
            producer.beginTransaction();
            samples("ghost", 0, 5).forEach(e -> producer.send(EventTopics.record(e)));
            producer.flush();
            producer.abortTransaction();
        }
        try (KafkaProducer<byte[], byte[]> producer = topics.producer(Map.of())) {
            byte[] broken = "{\"streamId\":".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(EMBEDDINGS, broken));
            ProducerRecord<byte[], byte[]> named = new ProducerRecord<>(EMBEDDINGS, broken);
            named.headers().add("ce_id", new byte[] {'a'});
            producer.send(named);
        }
        topics.publish(samples("gate", 5, 6));
        try (TopicIngest ingest = TopicIngest.start(topics.client(), index, event -> {})) {
            awaitSamples("gate", 6);
            await().untilAsserted(() -> assertThat(ingest.progress().malformed()).isEqualTo(2));
            await().untilAsserted(() -> assertThat(ingest.progress().behind()).isZero());
        }
        assertThat(index.stream("ghost")).isEmpty();
    }

    @Test
    void goesOnWhereItWasOrWhereTheTopicBeginsNow() throws Exception {
        topics.create(1, List.of(EMBEDDINGS));
        topics.publish(samples("gate", 0, 100));
        try (TopicIngest ingest = TopicIngest.start(topics.client(), index, event -> {})) {
            awaitSamples("gate", 100);
        }
        TopicPosition position = new TopicPosition(EMBEDDINGS, 0);
        assertThat(index.positions()).containsEntry(position, 100L);
        topics.publish(samples("gate", 100, 200));
        try (Admin admin = Admin.create(topics.client())) {
            admin.deleteRecords(
                            Map.of(
                                    new TopicPartition(EMBEDDINGS, 0),
                                    RecordsToDelete.beforeOffset(150)))
                    .all()
                    .get();
        }
        List<TimelineEvent> told = new CopyOnWriteArrayList<>();
        try (TopicIngest ingest = TopicIngest.start(topics.client(), index, told::add)) {
            awaitSamples("gate", 150);
            assertThat(told).hasSize(50);
        }
        long begun = System.nanoTime();
        TopicIngest.start(topics.client(), index, event -> {}).close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
}
