// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.redaction.Redaction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * All settings as they are in force, for the log.
 *
 * @param values typed values
 * @param kafka client properties without their prefix
 */
record EffectiveValues(Configuration values, Map<String, String> kafka) {

    private static final String MASK = "***";

    /** What the Kafka clients themselves do not log. */
    private static final Set<String> SECRETS =
            Stream.of(
                            ProducerConfig.configDef(),
                            ConsumerConfig.configDef(),
                            AdminClientConfig.configDef())
                    .flatMap(definition -> definition.configKeys().values().stream())
                    .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                    .map(key -> key.name)
                    .collect(Collectors.toUnmodifiableSet());

    /** What plug-ins of the clients may call theirs. */
    private static final Pattern SECRET =
            Pattern.compile(".*(password|passphrase|secret|token|jaas|credential|api[.-]?key).*");

    Map<String, String> masked() {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> given = values.toMap();
        for (ConfigOption<?> option : Options.all()) {
            Object value =
                    given.containsKey(option.key())
                            ? given.get(option.key())
                            : option.defaultValue();
            texts.put(option.key(), Redaction.redact(String.valueOf(value)));
        }
        new TreeMap<>(kafka)
                .forEach((key, value) -> texts.put(KafkaOptions.PREFIX + key, mask(key, value)));
        return texts;
    }

    private static String mask(String key, String value) {
        return SECRETS.contains(key) || SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches()
                ? MASK
                : Redaction.redact(value);
    }
}
