// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 500ms}, {@code 2s}, {@code 1.5min}, {@code 12h}, {@code
 * 7d}.
 */
public final class DurationText {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?)\\s*([a-z]*)");

    private static final Map<String, ChronoUnit> UNITS =
            Map.of(
                    "ms", ChronoUnit.MILLIS,
                    "", ChronoUnit.MILLIS,
                    "s", ChronoUnit.SECONDS,
                    "min", ChronoUnit.MINUTES,
                    "m", ChronoUnit.MINUTES,
                    "h", ChronoUnit.HOURS,
                    "d", ChronoUnit.DAYS);

    /** Times before and after any that there are can then be told without an overflow. */
    private static final double LONGEST_MS = 100 * 366 * 24 * 3600e3;

    private DurationText() {}

    /**
     * Reads one of a setting. Only 0 needs no unit: who means 30 days and writes 30 must not lose
     * what is older than 30 ms.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration parse(String text) {
        Duration duration = parseOrMillis(text);
        if (!duration.isZero() && text.strip().chars().noneMatch(Character::isLetter)) {
            throw new IllegalArgumentException("has no unit, such as d, h, min or s");
        }
        return duration;
    }

    /**
     * Reads one of a request, in which a number alone is milliseconds.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Duration parseOrMillis(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        ChronoUnit unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("is no duration such as 500ms, 2s, 5min, 12h or 7d");
        }
        double millis = Double.parseDouble(matcher.group(1)) * unit.getDuration().toMillis();
        if (millis > LONGEST_MS) {
            throw new IllegalArgumentException("is longer than 100 years");
        }
        if (millis > 0 && millis < 1) {
            throw new IllegalArgumentException("is shorter than 1 ms");
        }
        return Duration.ofMillis(Math.round(millis));
    }
}
