// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.redaction.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** The texts that were given, as values; what is wrong with them becomes a problem each. */
final class OptionValues {

    private static final Set<ConfigOption<?>> ENUMERATIONS =
            Set.of(SamplingOptions.DECODE, KafkaOptions.DELIVERY, ModelOptions.DEVICE);

    /** Options that can be given several times. */
    static final Set<ConfigOption<?>> LISTS =
            Set.of(
                    SourceOptions.SOURCE,
                    SourceOptions.STREAM,
                    SourceOptions.STREAM_SECRET,
                    LiveOptions.ALLOW_PRIVATE_HOSTS,
                    SamplingOptions.DECODE_STREAM,
                    QueryOptions.QUERY);

    private final Configuration values = new Configuration();
    private final List<String> problems = new ArrayList<>();

    /**
     * @param texts values by key
     */
    OptionValues(Map<String, List<String>> texts) {
        for (ConfigOption<?> option : Options.all()) {
            List<String> given = texts.get(option.key());
            if (given != null) {
                set(option, given);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void set(ConfigOption<?> option, List<String> given) {
        if (LISTS.contains(option)) {
            values.set((ConfigOption<List<String>>) option, given);
        } else {
            // Enumerations are written with hyphens everywhere else.
            String text = given.get(given.size() - 1).strip();
            boolean enumeration = ENUMERATIONS.contains(option);
            values.setString(option.key(), enumeration ? text.replace('-', '_') : text);
        }
    }

    /** The values as they are, not checked. */
    Configuration configuration() {
        return values;
    }

    /** What is wrong, so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Adds what is wrong. */
    void problem(String text) {
        problems.add(text);
    }

    /** A value as it was given, if it was. */
    <T> Optional<T> optional(ConfigOption<T> option) {
        return values.getOptional(option);
    }

    /** A value within its range; the default stands in for one that is not. */
    <T> T get(ConfigOption<T> option, Predicate<T> allowed, String range) {
        try {
            T value = values.get(option);
            if (value != null && allowed.test(value)) {
                return value;
            }
            problems.add(option.key() + ": " + value + " is not allowed; " + range);
        } catch (IllegalArgumentException e) {
            String text = values.toMap().get(option.key());
            problems.add(option.key() + ": '" + text + "' is not readable; " + range);
        }
        return option.defaultValue();
    }

    Duration positive(ConfigOption<Duration> option) {
        return get(option, d -> d.toMillis() > 0, "a duration such as 2s or 500ms, above 0");
    }

    Duration notNegative(ConfigOption<Duration> option) {
        return get(option, d -> !d.isNegative(), "a duration such as 2s or 500ms");
    }

    int count(ConfigOption<Integer> option, int least) {
        return get(option, n -> n >= least, "a whole number, at least " + least);
    }

    boolean flag(ConfigOption<Boolean> option) {
        return get(option, b -> true, "true or false");
    }

    /** A text as an error may repeat it: who gave a secret by mistake must not find it in a log. */
    private static String shown(ConfigOption<?> option, String text) {
        return option == SourceOptions.STREAM_SECRET
                ? text.substring(0, text.lastIndexOf('=') + 1) + "***"
                : Redaction.redact(text);
    }

    /** The values of an option that can be given several times; what is wrong is a problem. */
    <T> List<T> parsed(ConfigOption<List<String>> option, Function<String, T> parser) {
        List<T> parsed = new ArrayList<>();
        for (String text : values.getOptional(option).orElse(List.of())) {
            try {
                parsed.add(parser.apply(text));
            } catch (IllegalArgumentException e) {
                problems.add(option.key() + ": '" + shown(option, text) + "': " + e.getMessage());
            }
        }
        return List.copyOf(parsed);
    }
}
