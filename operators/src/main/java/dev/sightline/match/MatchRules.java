// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.OpeningRule;

/**
 * How long a query has to be shown, and how long it rests.
 *
 * @param minDurationMs how long the query must be shown before a match opens; milliseconds, 0 or
 *     more
 * @param cooldownMs time after the end of a match in which no other one opens; milliseconds, 0 or
 *     more
 * @param intervalMs what one sample stands for; milliseconds, greater than 0
 */
public record MatchRules(long minDurationMs, long cooldownMs, long intervalMs) {

    /** Refuses times that make no sense. */
    public MatchRules {
        if (minDurationMs < 0 || cooldownMs < 0 || intervalMs <= 0) {
            throw new IllegalArgumentException(
                    "minimum duration "
                            + minDurationMs
                            + " ms, cooldown "
                            + cooldownMs
                            + " ms, sample interval "
                            + intervalMs
                            + " ms");
        }
    }

    /** Of how many samples the evidence has to reach the enter threshold on average. */
    int openingSamples() {
        return OpeningRule.samples(minDurationMs, intervalMs);
    }
}
