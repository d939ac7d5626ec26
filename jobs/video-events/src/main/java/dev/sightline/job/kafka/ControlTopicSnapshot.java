// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.job.settings.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What a compacted control topic says at one moment: the last record of each key.
 *
 * @param entries live records by key; removed keys are left out, and a record without a key is
 *     under the empty one
 * @param next offset behind the moment, by partition: where to go on reading
 */
public record ControlTopicSnapshot(Map<String, Entry> entries, Map<TopicPartition, Long> next) {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A topic that was just created is known to all of a cluster within moments. */
    private static final Duration APPEARANCE = Duration.ofSeconds(20);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /**
     * @param value of the record
     * @param offset of the record, which orders the records of one key
     */
    public record Entry(byte[] value, long offset) {}

    /**
     * Reads a topic that there is, perhaps since a moment, from its beginning to its end. A broker
     * that does not know it yet would have nothing to go on reading from.
     *
     * @throws KafkaUnavailable if the broker does not deliver it
     */
    public static ControlTopicSnapshot read(KafkaSettings kafka, String topic) {
        return read(kafka.properties(), topic, APPEARANCE);
    }

    /**
     * Reads a topic from its beginning to its end.
     *
     * @param client properties of the Kafka client
     * @throws KafkaUnavailable if there is no such topic, or the broker does not deliver it
     */
    public static ControlTopicSnapshot read(Properties client, String topic) {
        return read(client, topic, Duration.ZERO);
    }

    private static ControlTopicSnapshot read(Properties client, String topic, Duration patience) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("allow.auto.create.topics", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, topic, patience);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        } catch (KafkaException e) {
            throw new KafkaUnavailable(
                    "cannot read the topic " + topic + ": " + KafkaUnavailable.reason(e), e);
        }
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            if (!partitions.isEmpty()) {
                return partitions;
            } else if (System.nanoTime() >= deadline) {
                throw new KafkaException("it does not exist; the job creates it when it starts");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static ControlTopicSnapshot read(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException("it does not end within " + PATIENCE.toSeconds() + " s");
            }
            for (ConsumerRecord<String, byte[]> next : consumer.poll(POLL)) {
                apply(entries, next);
            }
        }
        return new ControlTopicSnapshot(entries, new HashMap<>(ends));
    }

    private static void apply(Map<String, Entry> entries, ConsumerRecord<String, byte[]> next) {
        String key = next.key() == null ? "" : next.key();
        if (next.value() == null) {
            entries.remove(key);
        } else {
            entries.put(key, new Entry(next.value(), next.offset()));
        }
    }
}
