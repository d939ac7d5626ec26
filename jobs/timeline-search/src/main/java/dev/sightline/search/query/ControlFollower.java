// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the two topics of standing queries from the beginning, and goes on. One thread. */
final class ControlFollower implements AutoCloseable {

    private static final String QUERIES = Topic.QUERIES.topicName();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, Object> properties;
    private final ControlRecords records;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> reading;
    private volatile String problem = "the topics of standing queries have not been read yet";

    ControlFollower(Map<String, Object> kafkaProperties, ControlRecords records) {
        this.properties = new HashMap<>(kafkaProperties);
        this.records = records;
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("allow.auto.create.topics", "false");
        properties.remove("group.id");
        thread = new Thread(this::run, "sightline-standing-queries");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What keeps it from reading, or null. */
    String problem() {
        return problem;
    }

    /** Waits until all that stood at the start has been read; false if it takes longer. */
    boolean awaitCaughtUp(Duration patience) throws InterruptedException {
        return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (!isClosing()) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(
                            properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                reading = consumer;
                follow(consumer);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                problem =
                        "%s does not deliver %s: %s"
                                .formatted(properties.get("bootstrap.servers"), QUERIES, e);
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            problem = "there is no topic " + QUERIES + " yet; the job creates it when it starts";
            pause();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!isClosing()) {
            consumer.poll(POLL).forEach(this::take);
            if (problem != null && isBehind(consumer, ends)) {
                continue;
            }
            problem = null;
            caughtUp.countDown();
        }
    }

    private static boolean isBehind(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<List<TopicPartition>> both =
                Stream.of(QUERIES, Topic.QUERY_STATUS.topicName())
                        .map(
                                topic ->
                                        consumer.partitionsFor(topic).stream()
                                                .map(p -> new TopicPartition(topic, p.partition()))
                                                .toList())
                        .toList();
        return both.stream().anyMatch(List::isEmpty)
                ? List.of()
                : both.stream().flatMap(List::stream).toList();
    }

    private void take(ConsumerRecord<byte[], byte[]> next) {
        String key = next.key() == null ? "" : new String(next.key(), StandardCharsets.UTF_8);
        if (next.topic().equals(QUERIES)) {
            records.define(key, next.value(), next.offset());
        } else {
            records.answer(key, next.value());
        }
    }

    private void pause() {
        try {
            closing.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
