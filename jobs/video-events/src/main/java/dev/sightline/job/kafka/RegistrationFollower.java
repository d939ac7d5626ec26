// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.MalformedRequest;
import dev.sightline.event.Topic;
import dev.sightline.video.live.Registration;
import dev.sightline.video.live.Registrations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the control topic of streams on a thread of its own, from its beginning: it is compacted,
 * so that it holds what is registered now. Nothing is told before its end was reached. A broker
 * that is away ends nothing: what was told holds until the topic can be read again.
 */
final class RegistrationFollower extends Thread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationFollower.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PAUSE_SECONDS = 5;
    private static final long LONGEST_CLOSE_MS = 3000;

    private final KafkaRegistrations registrations;
    private final Consumer<Registrations> registered;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Registration> wanted = new LinkedHashMap<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private Registrations told;
    private volatile KafkaConsumer<byte[], byte[]> consumer;

    RegistrationFollower(KafkaRegistrations registrations, Consumer<Registrations> registered) {
        super("stream registrations");
        this.registrations = registrations;
        this.registered = registered;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            do {
                follow();
            } while (!closed.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Properties properties = registrations.kafka().properties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("allow.auto.create.topics", "false");
        try (KafkaConsumer<byte[], byte[]> opened =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer = opened;
            read(opened);
        } catch (WakeupException e) {
            // Closed.
        } catch (KafkaException e) {
            LOG.warn(
                    "cannot read {}; it is tried again: {}",
                    Topic.STREAMS.topicName(),
                    KafkaUnavailable.reason(e));
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> opened) {
        List<TopicPartition> partitions =
                opened.partitionsFor(Topic.STREAMS.topicName()).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            // A broker that has just begun may not know it yet; no stream was removed by that.
            throw new UnknownTopicOrPartitionException("the broker does not know the topic");
        }
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        wanted.clear();
        unreadable.clear();
        while (closed.getCount() > 0) {
            boolean complete = partitions.stream().allMatch(p -> opened.position(p) >= ends.get(p));
            if (complete) {
                tell();
            }
            opened.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> next) {
        String id = StreamTopic.id(next.key());
        if (next.value() == null) {
            wanted.remove(id);
            unreadable.remove(id);
            return;
        }
        try {
            wanted.put(id, registrations.reader().read(id, next.value()));
            unreadable.remove(id);
        } catch (MalformedRequest e) {
            if (!wanted.containsKey(id)) {
                unreadable.add(id);
            }
        }
    }

    private void tell() {
        List<Registration> all = new ArrayList<>(registrations.fixed());
        all.addAll(wanted.values());
        Registrations now = new Registrations(all, unreadable);
        if (!now.equals(told)) {
            told = now;
            registered.accept(now);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        join(LONGEST_CLOSE_MS);
    }
}
