// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveValuesTest {

    private static String shown(String key) {
        return new EffectiveValues(new Configuration(), Map.of(key, "hidden"))
                .masked()
                .get("kafka." + key);
    }

    static Stream<String> secretsOfTheClients() {
        return Stream.of(
                        ProducerConfig.configDef(),
                        ConsumerConfig.configDef(),
                        AdminClientConfig.configDef())
                .flatMap(definition -> definition.configKeys().values().stream())
                .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                .map(key -> key.name)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("secretsOfTheClients")
    void masksWhatTheKafkaClientsTakeForASecret(String key) {
        assertThat(shown(key)).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"our.plugin.passphrase", "registry.api.key", "My.Secret"})
    void masksWhatSoundsLikeASecretOfAPlugin(String key) {
        assertThat(shown(key)).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl.truststore.location", "security.protocol", "client.id"})
    void showsWhatIsNone(String key) {
        assertThat(shown(key)).isEqualTo("hidden");
    }
}
