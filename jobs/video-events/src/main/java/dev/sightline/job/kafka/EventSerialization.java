// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.CloudEvents;
import dev.sightline.event.Event;
import dev.sightline.event.EventJson;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes an event as a CloudEvent in binary mode.
 *
 * @param <T> kind of event
 */
final class EventSerialization<T extends Event> implements KafkaRecordSerializationSchema<T> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T event, KafkaSinkContext context, Long timestamp) {
        ProducerRecord<byte[], byte[]> written =
                new ProducerRecord<>(
                        event.topic().topicName(),
                        null,
                        event.header().time().toEpochMilli(),
                        event.key().getBytes(StandardCharsets.UTF_8),
                        EventJson.toJson(event));
        CloudEvents.headers(event)
                .forEach(
                        (name, value) ->
                                written.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return written;
    }
}
