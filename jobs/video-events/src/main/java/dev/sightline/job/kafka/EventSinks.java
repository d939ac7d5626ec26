// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.Event;
import dev.sightline.event.Topic;
import dev.sightline.job.settings.Delivery;
import dev.sightline.job.settings.KafkaSettings;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The sinks of the events, one for each topic.
 *
 * @param kafka where they write
 * @param jobName beginning of the transactions' ids
 */
public record EventSinks(KafkaSettings kafka, String jobName) {

    /**
     * Longer than a checkpoint and a restart take, and below the 15 minutes that brokers allow by
     * default; the connector's own default of an hour is refused by them.
     */
    private static final String TRANSACTION_TIMEOUT_MS = "600000";

    private static final String TRANSACTION_TIMEOUT = "transaction.timeout.ms";

    /** Something that takes a stream of events to its topic. */
    public <T extends Event> Consumer<DataStream<T>> to(Topic topic) {
        return events ->
                events.sinkTo(this.<T>sink(topic)).uid(topic.topicName()).name(topic.topicName());
    }

    private <T extends Event> Sink<T> sink(Topic topic) {
        Properties properties = kafka.properties();
        KafkaSinkBuilder<T> builder =
                KafkaSink.<T>builder()
                        .setBootstrapServers(kafka.bootstrap())
                        .setRecordSerializer(new EventSerialization<>(topic));
        if (kafka.delivery() == Delivery.AT_LEAST_ONCE) {
            return builder.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                    .setKafkaProducerConfig(properties)
                    .build();
        }
        properties.putIfAbsent(TRANSACTION_TIMEOUT, TRANSACTION_TIMEOUT_MS);
        KafkaSink<T> transactional =
                builder.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                        .setTransactionalIdPrefix(jobName + "-" + topic.topicName())
                        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                        .setKafkaProducerConfig(properties)
                        .build();
        return new TransactionalSink<>(transactional, kafka.properties());
    }
}
