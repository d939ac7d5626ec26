// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.event.Topic;
import dev.sightline.search.kafka.KafkaProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the two topics of standing queries from the beginning, and goes on, on a thread of its own.
 * Nothing ends it but {@link #close}; after a failure it reads from the beginning again.
 */
final class ControlFollower implements AutoCloseable {

    private static final String QUERIES = Topic.QUERIES.topicName();
    private static final Logger LOG = LoggerFactory.getLogger(ControlFollower.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, Object> properties;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> reading;
    private String problem = "the topics of standing queries have not been read yet";
    private ControlRecords records;

    /** The failure that the log has already; null once it is over. For the thread that reads. */
    private String logged;

    ControlFollower(Map<String, Object> kafkaProperties) {
        this.properties = new HashMap<>(kafkaProperties);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        // A topic that was made anew is told by an offset that it does not have.
        properties.put("auto.offset.reset", "none");
        properties.put("allow.auto.create.topics", "false");
        properties.remove("group.id");
        thread = new Thread(this::run, "sightline-standing-queries");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What keeps it from reading, or null if it has caught up. */
    synchronized String problem() {
        return problem;
    }

    private synchronized void become(String next) {
        problem = next;
        notifyAll();
    }

    private synchronized void catchUp(ControlRecords read) {
        records = read;
        logged = null;
        become(null);
    }

    /** What has been read, as it was before where it is being read again; empty if never. */
    synchronized Optional<ControlRecords> records() {
        return Optional.ofNullable(records);
    }

    /** Waits until all that stood when it began to read has been read; empty if it takes longer. */
    synchronized Optional<ControlRecords> awaitCaughtUp(Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (problem != null) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        return Optional.of(records);
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
                fail(KafkaProblem.of(properties, e), "", null);
            } catch (RuntimeException | Error e) {
                fail(
                        "standing queries cannot be read; the log of the service says why",
                        e.getClass().getName(),
                        e);
            }
        }
    }

    /** Tells the log once of what goes on for long. */
    private void fail(String what, String kind, Throwable unexpected) {
        if (!(what + kind).equals(logged)) {
            LOG.warn("{}; it is tried again", what, unexpected);
            logged = what + kind;
        }
        become(what);
        pause();
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            fail(
                    "there is no topic " + QUERIES + " yet; the job creates it when it starts",
                    "",
                    null);
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        become("the topics of standing queries are being read");
        ControlRecords read = new ControlRecords();
        boolean caughtUp = false;
        while (!isClosing()) {
            consumer.poll(POLL).forEach(next -> take(next, read));
            if (!caughtUp && !isBehind(consumer, ends)) {
                caughtUp = true;
                catchUp(read);
            }
        }
    }

    private static boolean isBehind(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<List<TopicPartition>> both =
                Stream.of(QUERIES, Topic.QUERY_STATUS.topicName())
                        .map(
                                topic ->
                                        consumer.partitionsFor(topic, PATIENCE).stream()
                                                .map(p -> new TopicPartition(topic, p.partition()))
                                                .toList())
                        .toList();
        return both.stream().anyMatch(List::isEmpty)
                ? List.of()
                : both.stream().flatMap(List::stream).toList();
    }

    private static void take(ConsumerRecord<byte[], byte[]> next, ControlRecords records) {
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
