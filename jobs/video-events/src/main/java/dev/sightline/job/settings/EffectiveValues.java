// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.event.Redaction;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * All settings as they are in force, for the log.
 *
 * @param values typed values
 * @param kafka client properties without their prefix
 */
record EffectiveValues(Configuration values, Map<String, String> kafka) {

    private static final String MASK = "***";

    /** What the clients' properties call their secrets; the file that holds them is none. */
    private static final Pattern SECRET =
            Pattern.compile(
                    ".*(password|secret|token|jaas|credential|api[.-]?key|keystore\\.key).*");

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
                .forEach((key, value) -> texts.put(Options.KAFKA_PREFIX + key, mask(key, value)));
        return texts;
    }

    private static String mask(String key, String value) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches()
                ? MASK
                : Redaction.redact(value);
    }
}
