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
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false");
        List<Received> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    topics.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
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

    private static Received received(ConsumerRecord<byte[], byte[]> next) {
        Map<String, String> headers = new HashMap<>();
        next.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        String key = next.key() == null ? null : new String(next.key(), StandardCharsets.UTF_8);
        return new Received(next.topic(), key, headers, next.value());
    }
}
