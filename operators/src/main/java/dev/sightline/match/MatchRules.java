// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.Objects;

/**
 * When a query's matches open and close.
 *
 * @param thresholds raw scores at which they do
 * @param minDurationMs how long the query must be shown before a match opens; milliseconds, 0 or
 *     more
 * @param cooldownMs time after the end of a match in which no other one opens; milliseconds, 0 or
 *     more
 * @param intervalMs what one sample stands for; milliseconds, greater than 0
 */
public record MatchRules(
        Thresholds thresholds, long minDurationMs, long cooldownMs, long intervalMs) {

    /** Refuses absent thresholds and times that make no sense. */
    public MatchRules {
        Objects.requireNonNull(thresholds, "thresholds");
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
}
