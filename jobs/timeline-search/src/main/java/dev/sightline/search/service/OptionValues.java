// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Texts as values; what is wrong with them becomes a problem each. */
final class OptionValues {

    private final Map<String, List<String>> texts;
    private final List<String> problems = new ArrayList<>();

    OptionValues(Map<String, List<String>> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** What is wrong, so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Adds what is wrong. */
    void problem(SearchOption option, String text) {
        problems.add(option.key() + ": " + text);
    }

    /** The text that was given, or the default. */
    Optional<String> text(SearchOption option) {
        List<String> given = texts.get(option.key());
        return Optional.ofNullable(given == null ? option.standard() : given.get(0).strip());
    }

    /** Who gave a token instead of its holder must not find it in a log. */
    private static String shown(SearchOption option, String text) {
        return option == SearchOptions.LOGIN_TOKEN
                ? text.substring(0, text.indexOf('=') + 1) + "***"
                : text;
    }

    /** All texts that were given. */
    List<String> all(SearchOption option) {
        return texts.getOrDefault(option.key(), List.of());
    }

    /** A value; what the default says stands in for one that is wrong. */
    <T> T value(SearchOption option, Function<String, T> parser) {
        String text = text(option).orElseThrow();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problem(option, "'" + shown(option, text) + "' " + e.getMessage());
            return parser.apply(option.standard());
        }
    }

    /** The values of an option that can be given several times, without those that are wrong. */
    <T> List<T> values(SearchOption option, Function<String, T> parser) {
        List<T> values = new ArrayList<>();
        for (String text : all(option)) {
            try {
                values.add(parser.apply(text));
            } catch (IllegalArgumentException e) {
                problem(option, "'" + shown(option, text) + "' " + e.getMessage());
            }
        }
        return List.copyOf(values);
    }
}
