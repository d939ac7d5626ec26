// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long what the topics said is kept.
 *
 * @param age of all that no rule fits; zero for ever
 * @param rules for some streams, of which the first that fits counts
 */
public record Retention(Duration age, List<RetentionRule> rules) {

    /** The largest first. */
    private static final List<Map.Entry<String, Duration>> UNITS =
            List.of(
                    Map.entry("d", Duration.ofDays(1)),
                    Map.entry("h", Duration.ofHours(1)),
                    Map.entry("min", Duration.ofMinutes(1)),
                    Map.entry("s", Duration.ofSeconds(1)),
                    Map.entry("ms", Duration.ofMillis(1)));

    /** Copies the list. */
    public Retention {
        rules = List.copyOf(rules);
    }

    /** Whether anything is deleted at all. */
    public boolean deletes() {
        return !age.isZero() || rules.stream().anyMatch(rule -> !rule.age().isZero());
    }

    /** How long a stream is kept; zero for ever. */
    public Duration ageOf(String streamId) {
        return rules.stream()
                .filter(rule -> rule.fits(streamId))
                .map(RetentionRule::age)
                .findFirst()
                .orElse(age);
    }

    /** For people, such as {@code 30 d; gate/*: 7 d}. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(text(age)), rules.stream().map(Retention::text))
                .collect(Collectors.joining("; "));
    }

    private static String text(RetentionRule rule) {
        return rule.streams() + ": " + text(rule.age());
    }

    /** In the largest unit that leaves nothing over. */
    private static String text(Duration age) {
        if (age.isZero()) {
            return "for ever";
        }
        return UNITS.stream()
                .filter(unit -> age.toMillis() % unit.getValue().toMillis() == 0)
                .findFirst()
                .map(unit -> age.dividedBy(unit.getValue()) + " " + unit.getKey())
                .orElseThrow();
    }
}
