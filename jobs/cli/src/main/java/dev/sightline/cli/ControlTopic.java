// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.event.Topic;
import dev.sightline.job.kafka.ControlTopicSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The control topic of queries, as a user of the command line works on it.
 *
 * @param client properties of the Kafka client
 */
record ControlTopic(Properties client) {

    private static final String TOPIC = Topic.QUERIES.topicName();

    /** What stands: the last record of each key. */
    Map<String, ControlTopicSnapshot.Entry> records() {
        return ControlTopicSnapshot.read(client, TOPIC).entries();
    }

    /**
     * Writes a record and makes sure that the broker has it.
     *
     * @param value of the record; null takes back what the key names
     */
    void write(String key, byte[] value) {
        write(Collections.singletonMap(key, value));
    }

    /**
     * Writes records and makes sure that the broker has all of them.
     *
     * @param records values by key; null takes back what the key names
     */
    void write(Map<String, byte[]> records) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put("acks", "all");
        properties.put("max.block.ms", client.get("default.api.timeout.ms"));
        properties.put("linger.ms", "0");
        properties.put("delivery.timeout.ms", client.get("default.api.timeout.ms"));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(
                    (key, value) -> {
                        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
                        sent.add(producer.send(new ProducerRecord<>(TOPIC, bytes, value)));
                    });
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (KafkaException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e); // marks the thread, too
        }
    }

    private CommandFailure failure(Throwable cause) {
        String remedy =
                cause instanceof RecordTooLargeException
                        ? "give a smaller picture, or its address"
                        : "check the broker's address and your rights";
        return new CommandFailure(
                "cannot write to "
                        + TOPIC
                        + " at "
                        + client.get("bootstrap.servers")
                        + ": "
                        + cause.getMessage()
                        + "; "
                        + remedy,
                cause);
    }

    /** For logs: without what may be a password. */
    @Override
    public String toString() {
        return "ControlTopic(" + client.get("bootstrap.servers") + ")";
    }
}
