// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a consumer of committed records sees. */
public final class CommittedRecords {

    private static final Duration POLL = Duration.ofMillis(200);

    private static final Duration DECIDED = Duration.ofSeconds(30);

    private CommittedRecords() {}

    /**
     * A record with its headers as texts.
     *
     * @param topic where from
     * @param key as text, or null
     * @param headers by name
     * @param value its bytes, or null
     */
    public record Received(String topic, String key, Map<String, String> headers, byte[] value) {

        /** The value as text. */
        public String text() {
            return new String(value, StandardCharsets.UTF_8);
        }
    }

    /** Everything that is committed in some topics now. */
    public static List<Received> of(String bootstrapServers, List<String> topics) {
        List<Received> all = new ArrayList<>();
        try (var consumer = consumer(bootstrapServers, "read_committed")) {
            List<TopicPartition> partitions = partitions(consumer, topics);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(next -> all.add(received(next)));
            }
        }
        return all;
    }

    /**
     * Waits until no record of some topics is undecided: a broker writes that a transaction is
     * committed a moment after it has said so.
     *
     * @throws IllegalStateException if that takes half a minute
     */
    public static void awaitDecided(String bootstrapServers, List<String> topics)
            throws InterruptedException {
        long deadline = System.nanoTime() + DECIDED.toNanos();
        try (var decided = consumer(bootstrapServers, "read_committed");
                var written = consumer(bootstrapServers, "read_uncommitted")) {
            List<TopicPartition> partitions = partitions(decided, topics);
            while (!decided.endOffsets(partitions).equals(written.endOffsets(partitions))) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("a transaction in " + topics + " is open");
                }
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String servers, String isolation) {
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "isolation.level",
                        isolation,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false");
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static Received received(ConsumerRecord<byte[], byte[]> next) {
        Map<String, String> headers = new HashMap<>();
        next.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        String key = next.key() == null ? null : new String(next.key(), StandardCharsets.UTF_8);
        return new Received(next.topic(), key, headers, next.value());
    }
}
