// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import java.time.Duration;
import java.util.List;

/**
 * How long what the topics said is kept.
 *
 * @param age of all that no rule fits; zero for ever
 * @param rules for some streams, of which the first that fits counts
 */
public record Retention(Duration age, List<RetentionRule> rules) {

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
}
