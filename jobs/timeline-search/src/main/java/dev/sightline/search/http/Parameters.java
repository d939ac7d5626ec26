// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parameters of a request, checked as they are read.
 *
 * @param values of each name, in their order
 */
record Parameters(Map<String, List<String>> values) {

    /** Ids of streams are paths; those of events are shorter. */
    static final int LONGEST = 4096;

    private static final int LONGEST_SHOWN = 40;

    /** A year. */
    private static final long LATEST_MS = 366L * 24 * 3600 * 1000;

    Parameters {
        values = Map.copyOf(values);
    }

    /**
     * Those of the address.
     *
     * @param known names that there are; another one is refused, since a filter that is misspelt
     *     would silently not filter
     */
    static Parameters of(Context context, String... known) {
        try {
            return of(context.queryParamMap(), known);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    Problem.BAD_REQUEST, "the address has a % that is not followed by two digits");
        }
    }

    static Parameters of(Map<String, List<String>> values, String... known) {
        Set<String> names = Set.of(known);
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw Problem.field(
                        shown(name),
                        "there is no such parameter here, but " + Arrays.toString(known));
            }
        }
        return new Parameters(values);
    }

    /** So much of a name that is not known as a person wants to read. */
    static String shown(String name) {
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    }

    /** All values of a parameter that can be given several times; empty ones are left out. */
    List<String> all(String name, int most, int longest) {
        List<String> all =
                values.getOrDefault(name, List.of()).stream()
                        .filter(text -> !text.isBlank())
                        .toList();
        if (all.size() > most) {
            throw Problem.field(name, "at most " + most + " are possible");
        }
        all.forEach(text -> checkLength(name, text, longest));
        return all;
    }

    private static void checkLength(String name, String text, int longest) {
        if (text.length() > longest) {
            throw Problem.field(
                    name,
                    "has " + text.length() + " characters; at most " + longest + " are possible");
        }
    }

    /** A value that is neither absent nor blank. */
    Optional<String> text(String name) {
        return text(name, LONGEST);
    }

    Optional<String> text(String name, int longest) {
        return all(name, 1, longest).stream().findFirst();
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Problem.field(name, "is missing"));
    }

    long whole(String name, long standard, long least, long most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return standard;
        }
        String digits = text.get().strip();
        long value = digits.matches("\\d{1,18}") ? Long.parseLong(digits) : -1;
        if (value < least || value > most) {
            throw Problem.field(name, "is no whole number from " + least + " to " + most);
        }
        return value;
    }

    Optional<Double> number(String name) {
        try {
            return text(name).map(Double::valueOf);
        } catch (NumberFormatException e) {
            throw Problem.field(name, "is no number");
        }
    }

    /** A moment in milliseconds of media time, of a year at most; 0 if none is given. */
    long mediaMs(String name) {
        return whole(name, 0, 0, LATEST_MS);
    }

    Optional<Duration> duration(String name) {
        try {
            return text(name).map(DurationText::parseOrMillis);
        } catch (IllegalArgumentException e) {
            throw Problem.field(name, e.getMessage());
        }
    }

    /** One of some words; the first if none is given. */
    String word(String name, List<String> words) {
        String word = text(name).orElse(words.get(0));
        if (!words.contains(word)) {
            throw Problem.field(name, "is none of " + words);
        }
        return word;
    }
}
