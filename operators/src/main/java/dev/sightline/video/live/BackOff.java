// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: twice as long each time, up to a limit, spread at random
 * over the upper half so that streams that were lost together do not come back together
 * (exponential back-off with equal jitter).
 */
final class BackOff {

    private static final int MOST_DOUBLINGS = 20;

    private final LiveSettings settings;
    private final DoubleSupplier random;
    private int attempts;

    /**
     * @param random gives numbers from 0 to 1
     */
    BackOff(LiveSettings settings, DoubleSupplier random) {
        this.settings = settings;
        this.random = random;
    }

    /** Notes one more try to come, and tells how many milliseconds to wait for it. */
    long nextMs() {
        long doubled = settings.firstRetry().toMillis() << Math.min(attempts, MOST_DOUBLINGS);
        attempts++;
        long full = Math.min(doubled, settings.longestRetry().toMillis());
        return Math.round(full * (1 + random.getAsDouble()) / 2);
    }

    /** The number of the try to come. */
    int attempt() {
        return attempts;
    }

    /** Begins anew, since the stream is there. */
    void reset() {
        attempts = 0;
    }
}
