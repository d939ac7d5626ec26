// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightline.event.Topic;
import dev.sightline.job.settings.Delivery;
import dev.sightline.job.settings.KafkaSettings;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.live.Registration;
import dev.sightline.video.live.Registrations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationFollowerITCase {

    @TempDir private Path folder;

    private final List<Registrations> told = new CopyOnWriteArrayList<>();

    private static KafkaSettings settings(String bootstrap) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", bootstrap),
                Delivery.EXACTLY_ONCE,
                true,
                3,
                1,
                Duration.ofDays(2),
                true,
                Duration.ofSeconds(30));
    }

    private static void register(KafkaSettings kafka, String id, String json) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        kafka.properties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.STREAMS.topicName(), id, json)).get();
        }
    }

    @Test
    void aBrokerThatDoesNotKnowTheTopicYetRemovesNothing() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder)) {
            KafkaSettings kafka = settings(broker.bootstrapServers());
            RegistrationReader reader =
                    new RegistrationReader(
                            SamplingPolicies.all(SamplingPolicy.EXACT), false, Set.of());
            KafkaRegistrations feed = new KafkaRegistrations(kafka, List.of(), reader);
            try (AutoCloseable following = feed.follow(told::add)) {
                assertThat(following).isNotNull();
                await().during(Duration.ofSeconds(3)).until(told::isEmpty);
                Topics.ensure(kafka, said -> {});
                register(kafka, "gate", "{\"uri\": \"rtsp://camera.example/1\"}");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> !told.isEmpty() && !last().wanted().isEmpty());
                assertThat(last().wanted())
                        .extracting(Registration::streamId)
                        .containsExactly("gate");
            }
        }
    }

    private Registrations last() {
        return told.get(told.size() - 1);
    }
}
