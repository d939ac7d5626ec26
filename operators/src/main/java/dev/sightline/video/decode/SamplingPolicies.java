// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.StreamGlobs;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which frames of each stream are samples.
 *
 * @param standard of streams that no rule fits
 * @param rules the first that fits counts
 */
public record SamplingPolicies(SamplingPolicy standard, List<Rule> rules) implements Serializable {

    /**
     * A policy of some streams.
     *
     * @param pattern a stream id, or a glob as in {@link StreamGlobs}
     * @param policy theirs
     */
    public record Rule(String pattern, SamplingPolicy policy) implements Serializable {

        /** Refuses absent parts. */
        public Rule {
            Objects.requireNonNull(pattern, "pattern");
            Objects.requireNonNull(policy, "policy");
        }

        /**
         * Reads {@code STREAM=POLICY}.
         *
         * @throws IllegalArgumentException if it is no such text, with what is wrong
         */
        public static Rule parse(String text) {
            int at = text.lastIndexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException("write it as STREAM=POLICY");
            }
            String name = text.substring(at + 1).strip();
            return Stream.of(SamplingPolicy.values())
                    .filter(policy -> policy.name().equalsIgnoreCase(name))
                    .findFirst()
                    .map(policy -> new Rule(text.substring(0, at).strip(), policy))
                    .orElseThrow(
                            () ->
                                    new IllegalArgumentException(
                                            "'"
                                                    + name
                                                    + "' is not exact, economy, keyframes or"
                                                    + " everything"));
        }
    }

    /** Copies the list. */
    public SamplingPolicies {
        Objects.requireNonNull(standard, "standard");
        rules = List.copyOf(rules);
    }

    /** One policy for all streams. */
    public static SamplingPolicies all(SamplingPolicy policy) {
        return new SamplingPolicies(policy, List.of());
    }

    /** The policy of a stream. */
    public SamplingPolicy of(String streamId) {
        return rules.stream()
                .filter(rule -> new StreamGlobs(List.of(rule.pattern())).include(streamId))
                .map(Rule::policy)
                .findFirst()
                .orElse(standard);
    }
}
