// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import dev.sightline.event.QueryRequest;

/**
 * When a match begins: samples of its minimum duration reach one level of evidence on average and
 * none of them falls below another, lower one. Here, because false alarms are counted by the same
 * rule as matches are opened by.
 */
public final class OpeningRule {

    /**
     * Where a match ends, as a share of the evidence at which it begins. Within one scene single
     * samples fall that low while it still shows the query.
     */
    public static final double EXIT_SHARE = 2.0 / 3;

    /** A match ends when so many samples in a row are too weak; gaps of fewer are joined. */
    public static final int CLOSING_SAMPLES = 2;

    /** However long a query has to be shown, its latest samples decide how strongly. */
    private static final int MOST_SAMPLES = 16;

    private OpeningRule() {}

    /**
     * How many samples have to reach the level on average; at least 1.
     *
     * @param minDurationMs milliseconds, 0 or more
     * @param intervalMs distance of samples in milliseconds, greater than 0
     */
    public static int samples(long minDurationMs, long intervalMs) {
        long samples = minDurationMs / intervalMs + (minDurationMs % intervalMs == 0 ? 0 : 1);
        return (int) Math.min(MOST_SAMPLES, Math.max(1, samples));
    }

    /** After how many samples that are too weak the next match may begin, by default. */
    static long restSamples(long intervalMs) {
        return CLOSING_SAMPLES + QueryRequest.DEFAULT_COOLDOWN_MS / intervalMs;
    }
}
