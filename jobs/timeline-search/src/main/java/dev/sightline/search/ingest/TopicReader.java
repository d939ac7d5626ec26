// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.TopicPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is committed in the topics from given positions on. Topics and partitions that come
 * later are taken in when they are looked for. Not for several threads, but {@link #wakeup}.
 */
final class TopicReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    /** How long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int MOST_RECORDS = 1000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPosition, Long> from;

    /**
     * @param from where to begin, for those that were read before
     */
    TopicReader(Map<String, Object> client, Map<TopicPosition, Long> from) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.remove("group.id");
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("allow.auto.create.topics", "false");
        properties.put("auto.offset.reset", "none");
        properties.merge(
                "max.poll.records",
                MOST_RECORDS,
                (set, most) -> Math.min(Integer.parseInt(set.toString()), MOST_RECORDS));
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.from = from;
    }

    /** Takes in partitions that were not there before; whether there are any now. */
    boolean look() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : RecordReader.NAMES) {
            for (PartitionInfo info : consumer.partitionsFor(topic, PATIENCE)) {
                partitions.add(new TopicPartition(topic, info.partition()));
            }
        }
        List<TopicPartition> added = new ArrayList<>(partitions);
        added.removeAll(consumer.assignment());
        if (!added.isEmpty()) {
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(added, PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(added, PATIENCE);
            added.addAll(consumer.assignment());
            Map<TopicPartition, Long> before = here();
            consumer.assign(added);
            before.forEach(consumer::seek);
            beginnings.forEach((one, first) -> consumer.seek(one, start(one, first, ends)));
        }
        return !consumer.assignment().isEmpty();
    }

    private long start(TopicPartition partition, long first, Map<TopicPartition, Long> ends) {
        Long known = from.get(new TopicPosition(partition.topic(), partition.partition()));
        if (known == null) {
            return first;
        } else if (known < first) {
            LOG.warn(
                    "{} begins at {} now: what was between {} and that was deleted before it was"
                            + " read",
                    partition,
                    first,
                    known);
            return first;
        } else if (known > ends.get(partition)) {
            LOG.warn(
                    "{} ends at {}, before {}, up to which it was read: it was made anew, and is"
                            + " read from its beginning",
                    partition,
                    ends.get(partition),
                    known);
            return first;
        }
        return known;
    }

    /** What has come, at most 1,000 records. */
    List<ConsumerRecord<byte[], byte[]>> poll(Duration wait) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        consumer.poll(wait).forEach(read::add);
        return read;
    }

    /** Of each partition the offset to be read next. */
    Map<TopicPosition, Long> positions() {
        return positions(here());
    }

    private static Map<TopicPosition, Long> positions(Map<TopicPartition, Long> offsets) {
        Map<TopicPosition, Long> positions = new HashMap<>();
        offsets.forEach(
                (one, offset) ->
                        positions.put(new TopicPosition(one.topic(), one.partition()), offset));
        return positions;
    }

    private Map<TopicPartition, Long> here() {
        Map<TopicPartition, Long> here = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            here.put(partition, consumer.position(partition, PATIENCE));
        }
        return here;
    }

    /** Of each partition the present end; asks the broker. */
    Map<TopicPosition, Long> ends() {
        return positions(consumer.endOffsets(consumer.assignment(), PATIENCE));
    }

    /** Ends what another thread waits for. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
