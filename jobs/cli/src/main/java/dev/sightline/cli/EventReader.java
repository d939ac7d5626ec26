// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the event topics; only committed records are seen. */
final class EventReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param client properties of the client
     * @param topics to follow; those that do not exist are left out
     * @param fromBeginning whether to read what is there already
     */
    EventReader(Properties client, List<String> topics, boolean fromBeginning) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.listTopics().entrySet().stream()
                        .filter(topic -> topics.contains(topic.getKey()))
                        .flatMap(topic -> topic.getValue().stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new CommandFailure(
                    "none of the topics "
                            + String.join(", ", topics)
                            + " exists at "
                            + properties.get("bootstrap.servers")
                            + "; start the job first");
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
    }

    /** The topics that carry events, without the vectors, which are many and unreadable. */
    static List<String> readableTopics() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.QUERIES && topic != Topic.STREAMS)
                .filter(topic -> topic != Topic.EMBEDDINGS)
                .map(Topic::topicName)
                .toList();
    }

    /** Hands on what has come. */
    void poll(Consumer<EventRecord> handler) {
        for (ConsumerRecord<byte[], byte[]> received : consumer.poll(POLL)) {
            handler.accept(EventRecord.of(received));
        }
    }

    /** Hands on everything up to the present end of the topics. */
    void drain(Consumer<EventRecord> handler) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(handler);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
