// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.CloudEvents;
import dev.sightline.event.Event;
import dev.sightline.event.EventJson;
import dev.sightline.event.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes an event as a CloudEvent in binary mode. It names its topic because pooled transactions
 * have to know it.
 *
 * @param <T> kind of event
 */
final class EventSerialization<T extends Event>
        implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

    private static final long serialVersionUID = 1L;

    private final Topic topic;

    EventSerialization(Topic topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T event, KafkaSinkContext context, Long timestamp) {
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(
                        topic.topicName(),
                        null,
                        event.key().getBytes(StandardCharsets.UTF_8),
                        EventJson.toJson(event));
        CloudEvents.headers(event)
                .forEach(
                        (name, value) ->
                                written.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return written;
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic.topicName())),
                        new Properties()));
    }
}
