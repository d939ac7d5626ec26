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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the event topics; only committed records are seen. */
final class EventReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Properties client;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * @param client properties of the client
     * @param topics to follow; those that do not exist are left out
     * @param fromBeginning whether to read what is there already; otherwise what is written from
     *     now on
     */
    EventReader(Properties client, List<String> topics, boolean fromBeginning) {
        this.client = client;
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            begin(partitions(topics), fromBeginning);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private List<TopicPartition> partitions(List<String> topics) {
        List<TopicPartition> partitions =
                consumer.listTopics().entrySet().stream()
                        .filter(topic -> topics.contains(topic.getKey()))
                        .flatMap(topic -> topic.getValue().stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new CommandFailure(
                    "none of the topics "
                            + String.join(", ", topics)
                            + " exists at "
                            + client.get("bootstrap.servers")
                            + "; start the job first");
        }
        return partitions;
    }

    private void begin(List<TopicPartition> partitions, boolean fromBeginning) {
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy: without this, the end would be the one at the first poll.
        partitions.forEach(consumer::position);
    }

    /** The topics that carry events, without the vectors, which are many and unreadable. */
    static List<String> readableTopics() {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.QUERIES && topic != Topic.STREAMS)
                .filter(topic -> topic != Topic.EMBEDDINGS)
                .map(Topic::topicName)
                .toList();
    }

    /** What to tell the user when the broker does not give the events. */
    static CommandFailure failure(Properties client, KafkaException e) {
        return new CommandFailure(
                "cannot read events at "
                        + client.get("bootstrap.servers")
                        + ": "
                        + e.getMessage()
                        + "; check the broker's address and your rights; the log is "
                        + LogFile.path(),
                e);
    }

    /** Hands on what has come; returns how much that was. */
    int poll(Consumer<EventRecord> handler) {
        ConsumerRecords<byte[], byte[]> received = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> one : received) {
            handler.accept(EventRecord.of(one));
        }
        return received.count();
    }

    /**
     * Hands on everything up to the present end of the topics. A broker finishes a transaction a
     * moment after the producer was told that it is committed, so records that cannot be read yet
     * are waited for.
     *
     * @param patience how long to wait for them when nothing comes; another producer's transaction
     *     may stay open for long
     */
    void drain(Consumer<EventRecord> handler, Duration patience) {
        Map<TopicPartition, Long> readable = consumer.endOffsets(consumer.assignment());
        Map<TopicPartition, Long> written = TopicEnds.written(client, consumer.assignment());
        long last = System.nanoTime();
        while (before(readable)
                || before(written) && System.nanoTime() - last < patience.toNanos()) {
            if (poll(handler) > 0) {
                last = System.nanoTime();
            }
        }
    }

    private boolean before(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
