// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.match.CalibratedModel;
import java.time.Duration;

/**
 * What the replays of all streams have in common.
 *
 * @param model what vectors are compared with
 * @param digest of that model
 * @param interval distance of samples
 * @param variants of the query
 * @param range which samples the query is compared with
 */
record ReplaySettings(
        CalibratedModel model,
        String digest,
        Duration interval,
        BudgetVariants variants,
        TimeRange range) {

    /** From here on the place of a sample on its grid tells the interval. */
    private static final int ENOUGH = 8;

    private static final double TOLERANCE = 0.25;

    /**
     * Samples lie on a grid, so the time of one tells how wide that is.
     *
     * @throws UnusableSamples if it is another one
     */
    void checkInterval(StoredSample sample) {
        if (sample.k() < ENOUGH) {
            return;
        }
        double apart = (double) sample.time().mediaMs() / sample.k();
        if (Math.abs(apart / interval.toMillis() - 1) > TOLERANCE) {
            throw new UnusableSamples(
                    "the samples of %s are about %.0f ms apart, not %d ms; say so with --interval"
                            .formatted(sample.stream().streamId(), apart, interval.toMillis()));
        }
    }
}
