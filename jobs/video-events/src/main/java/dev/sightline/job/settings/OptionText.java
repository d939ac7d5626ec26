// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import java.time.Duration;
import java.util.Locale;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;

/** What help says of an option. */
final class OptionText {

    private OptionText() {}

    static String of(ConfigOption<?> option) {
        // Flink keeps descriptions as blocks; ours are one plain text.
        String description = new HtmlFormatter().format(option.description());
        return option.hasDefaultValue()
                ? description + " Default: " + text(option.defaultValue()) + "."
                : description;
    }

    private static String text(Object value) {
        if (value instanceof Duration duration) {
            return duration.toMillis() % 1000 == 0 ? seconds(duration) : duration.toMillis() + "ms";
        } else if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return String.valueOf(value);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() % 86_400 == 0
                ? duration.toDays() + "d"
                : duration.toSeconds() + "s";
    }
}
