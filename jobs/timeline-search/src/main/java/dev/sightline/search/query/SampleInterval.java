// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.backtest.StoredSample;
import java.time.Duration;

/**
 * How far samples of a stream are apart: they lie on a grid, so that the place of a late one tells.
 * Not for several threads.
 */
public final class SampleInterval {

    private static final Duration USUAL = Duration.ofSeconds(1);

    private long k;
    private long mediaMs;

    /** Takes one of its samples, in any order. */
    public void accept(StoredSample sample) {
        if (sample.k() > k) {
            k = sample.k();
            mediaMs = sample.time().mediaMs();
        }
    }

    /** The interval; a second where no sample tells, as it does after the first grid point. */
    public Duration get() {
        return k == 0 || mediaMs < k ? USUAL : Duration.ofMillis(Math.round((double) mediaMs / k));
    }
}
