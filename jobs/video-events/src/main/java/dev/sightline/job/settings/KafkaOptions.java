// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of events and their topics. */
final class KafkaOptions {

    /** Prefix of settings that go to the Kafka clients as they are. */
    static final String PREFIX = "kafka.";

    /** The broker that is used if none is given. */
    static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    static final ConfigOption<Delivery> DELIVERY =
            key("delivery")
                    .enumType(Delivery.class)
                    .defaultValue(Delivery.EXACTLY_ONCE)
                    .withDescription(
                            "exactly-once: events become visible with each checkpoint, to consumers"
                                    + " that read committed records. at-least-once: at once, some"
                                    + " twice after a failure, with the same ids.");

    static final ConfigOption<Boolean> EMBEDDINGS =
            key("embeddings")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Publish the vector of every sample.");

    static final ConfigOption<Integer> TOPIC_PARTITIONS =
            key("topic-partitions")
                    .intType()
                    .defaultValue(1)
                    .withDescription("Partitions of topics that the job creates.");

    static final ConfigOption<Integer> TOPIC_REPLICATION =
            key("topic-replication")
                    .intType()
                    .defaultValue(1)
                    .withDescription("Replicas of topics that the job creates.");

    static final ConfigOption<Duration> TOPIC_RETENTION =
            key("topic-retention")
                    .durationType()
                    .defaultValue(Duration.ofDays(7))
                    .withDescription("How long topics that the job creates keep events.");

    static final ConfigOption<Boolean> TOPIC_COMPACTION =
            key("topic-compaction")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Compact the topics of queries, query states and streams, of which the"
                                    + " last record of a key counts, when the job creates them;"
                                    + " false keeps every record for ever.");

    static final ConfigOption<Duration> KAFKA_WAIT =
            key("kafka-wait")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(60))
                    .withDescription("How long starting waits for a broker that is away.");

    static final List<ConfigOption<?>> ALL =
            List.of(
                    DELIVERY,
                    EMBEDDINGS,
                    TOPIC_PARTITIONS,
                    TOPIC_REPLICATION,
                    TOPIC_RETENTION,
                    TOPIC_COMPACTION,
                    KAFKA_WAIT);

    private KafkaOptions() {}
}
