// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records of the control topic of queries, and makes sure that the broker has them. */
final class ControlWriter implements AutoCloseable {

    private static final String TOPIC = Topic.QUERIES.topicName();
    private static final String PATIENCE_MS = "15000";

    /** A picture of a megabyte as base64, and the rest of a query; the broker may take less. */
    private static final String LARGEST_REQUEST = String.valueOf(2 << 20);

    private final Map<String, Object> properties;
    private KafkaProducer<byte[], byte[]> producer;

    ControlWriter(Map<String, Object> kafkaProperties) {
        this.properties = new HashMap<>(kafkaProperties);
        properties.put("acks", "all");
        properties.put("linger.ms", "0");
        properties.put("max.block.ms", PATIENCE_MS);
        properties.put("request.timeout.ms", PATIENCE_MS);
        properties.putIfAbsent("max.request.size", LARGEST_REQUEST);
        properties.put("delivery.timeout.ms", PATIENCE_MS);
    }

    /**
     * Writes records. Who lists the queries next sees them.
     *
     * @param values by key; null takes back what the key names
     * @param records what is listed, which learns of them
     * @throws QueryTooLarge if one is larger than the broker takes
     * @throws QueriesUnavailable if the broker does not take them for another reason
     */
    synchronized void write(Map<String, byte[]> values, ControlRecords records) {
        try {
            Map<String, Future<RecordMetadata>> sent = new LinkedHashMap<>();
            values.forEach((key, value) -> sent.put(key, send(key, value)));
            for (Map.Entry<String, Future<RecordMetadata>> each : sent.entrySet()) {
                long offset = each.getValue().get().offset();
                records.define(each.getKey(), values.get(each.getKey()), offset);
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (KafkaException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private Future<RecordMetadata> send(String key, byte[] value) {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            properties, new ByteArraySerializer(), new ByteArraySerializer());
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(TOPIC, bytes, value));
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof RecordTooLargeException) {
            return new QueryTooLarge(cause);
        }
        return new QueriesUnavailable(
                "cannot write to %s at %s: %s; check the broker's address and the service's rights"
                        .formatted(TOPIC, properties.get("bootstrap.servers"), cause.getMessage()),
                cause);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
