// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaProblemTest {

    private static String problem(Map<String, Object> client) {
        KafkaException failure =
                catchThrowableOfType(
                        KafkaException.class,
                        () ->
                                new KafkaProducer<>(
                                        client,
                                        new ByteArraySerializer(),
                                        new ByteArraySerializer()));
        return KafkaProblem.of(client, failure);
    }

    @Test
    void saysWhatKafkaSaysOfASetting() {
        assertThat(problem(Map.of("bootstrap.servers", "justhost")))
                .contains("(Invalid url in bootstrap.servers: justhost)", "check the Kafka");
    }

    @Test
    void namesTheSettingWithoutItsValue() {
        assertThat(
                        problem(
                                Map.of(
                                        "bootstrap.servers",
                                        "127.0.0.1:1",
                                        "security.protocol",
                                        "a secret")))
                .contains("(security.protocol has a wrong value)")
                .doesNotContain("a secret");
    }

    @Test
    void quotesNoPassword() {
        Map<String, Object> client = new HashMap<>();
        client.put("bootstrap.servers", "127.0.0.1:1");
        client.put("security.protocol", "SASL_PLAINTEXT");
        client.put("sasl.mechanism", "PLAIN");
        client.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=me password=my s3cret;");
        assertThat(problem(client)).contains("127.0.0.1:1 (").doesNotContain("s3cret");
    }
}
