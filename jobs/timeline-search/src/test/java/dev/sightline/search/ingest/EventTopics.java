// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import static org.awaitility.Awaitility.await;

import dev.sightline.event.CloudEvents;
import dev.sightline.event.Event;
import dev.sightline.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of a test's broker. */
record EventTopics(String servers) {

    void create(int partitions, List<String> names) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            List<NewTopic> topics =
                    names.stream().map(n -> new NewTopic(n, partitions, (short) 1)).toList();
            admin.createTopics(topics).all().get();
        }
    }

    /** Returns once nobody sees them any more. */
    void deleteAll() throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
            await().until(() -> admin.listTopics().names().get().isEmpty());
        }
    }

    void publish(List<Event> events) throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            events.forEach(event -> producer.send(record(event)));
            producer.flush();
        }
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("bootstrap.servers", servers);
        properties.put("linger.ms", 20);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static ProducerRecord<byte[], byte[]> record(Event event) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        event.topic().topicName(),
                        event.key().getBytes(StandardCharsets.UTF_8),
                        EventJson.toJson(event));
        CloudEvents.headers(event)
                .forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    Map<String, Object> client() {
        return Map.of("bootstrap.servers", servers);
    }
}
