// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.ErrorEvent;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.RegistrationEvents;
import dev.sightline.event.Topic;
import dev.sightline.job.settings.KafkaSettings;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What is wrong with the control records of streams. Those that can be understood are followed by
 * {@link KafkaRegistrations}, where the streams are handed out.
 */
public final class StreamTopic {

    private StreamTopic() {}

    /** Tells of each record that cannot be understood, once, without end. */
    public static KafkaSource<ErrorEvent> errors(
            KafkaSettings kafka, RegistrationReader reader, RegistrationEvents events) {
        return KafkaSource.<ErrorEvent>builder()
                .setProperties(kafka.properties())
                .setBootstrapServers(kafka.bootstrap())
                .setTopics(Topic.STREAMS.topicName())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty("isolation.level", "read_committed")
                .setDeserializer(new Deserializer(reader, events))
                .build();
    }

    static String id(byte[] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    private record Deserializer(RegistrationReader reader, RegistrationEvents events)
            implements KafkaRecordDeserializationSchema<ErrorEvent> {

        @Override
        public void deserialize(
                ConsumerRecord<byte[], byte[]> received, Collector<ErrorEvent> out) {
            String id = id(received.key());
            if (received.value() == null && !id.isEmpty()) {
                return;
            }
            try {
                byte[] value = received.value() == null ? new byte[0] : received.value();
                reader.read(id, value);
            } catch (MalformedRequest e) {
                out.collect(events.refused(id, received.offset(), e.getMessage()));
            }
        }

        @Override
        public TypeInformation<ErrorEvent> getProducedType() {
            return TypeInformation.of(ErrorEvent.class);
        }
    }
}
