// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.Topic;
import dev.sightline.job.settings.KafkaSettings;
import dev.sightline.match.QueryCommand;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The control topic of standing queries. */
public final class QueryTopic {

    private QueryTopic() {}

    /** The queries that a snapshot of the topic holds. */
    public static List<QueryCommand> commands(ControlTopicSnapshot snapshot) {
        return snapshot.entries().entrySet().stream()
                .map(
                        entry ->
                                QueryCommand.ofRecord(
                                        entry.getKey(),
                                        entry.getValue().value(),
                                        entry.getValue().offset()))
                .toList();
    }

    /**
     * What comes after a snapshot, without end. A source that goes on from a savepoint of another
     * submission reads from where that one stopped: what the snapshot sums up is left out.
     *
     * @param next offsets behind the snapshot
     */
    public static KafkaSource<QueryCommand> source(
            KafkaSettings kafka, Map<TopicPartition, Long> next) {
        return KafkaSource.<QueryCommand>builder()
                .setProperties(kafka.properties())
                .setBootstrapServers(kafka.bootstrap())
                .setTopics(Topic.QUERIES.topicName())
                .setStartingOffsets(OffsetsInitializer.offsets(next))
                .setProperty("isolation.level", "read_committed")
                .setDeserializer(new Deserializer(next))
                .build();
    }

    /** Takes no records but those behind a snapshot. */
    static final class Deserializer implements KafkaRecordDeserializationSchema<QueryCommand> {

        private static final long serialVersionUID = 1L;

        private final HashMap<TopicPartition, Long> next;

        Deserializer(Map<TopicPartition, Long> next) {
            this.next = new HashMap<>(next);
        }

        @Override
        public void deserialize(
                ConsumerRecord<byte[], byte[]> received, Collector<QueryCommand> out) {
            TopicPartition partition = new TopicPartition(received.topic(), received.partition());
            if (received.offset() < next.getOrDefault(partition, 0L)) {
                return;
            }
            String id =
                    received.key() == null
                            ? ""
                            : new String(received.key(), StandardCharsets.UTF_8);
            out.collect(QueryCommand.ofRecord(id, received.value(), received.offset()));
        }

        @Override
        public TypeInformation<QueryCommand> getProducedType() {
            return TypeInformation.of(QueryCommand.class);
        }
    }
}
