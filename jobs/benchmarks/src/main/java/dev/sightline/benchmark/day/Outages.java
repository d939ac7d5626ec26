// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When the camera is away: once an hour, for a quarter of a minute to two minutes, and each eighth
 * time for twenty minutes; in between its clock is set anew, once in three hours. The same for a
 * seed. One thread; times never go back.
 */
final class Outages {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long SHORTEST_MS = 15_000;
    private static final long LONGEST_MS = 120_000;
    private static final long LONG_MS = Duration.ofMinutes(20).toMillis();
    private static final int OUTAGES_FOR_A_LONG_ONE = 8;
    private static final int HOURS_FOR_A_JUMP = 3;

    private final SplittableRandom random;
    private int outages;
    private long fromMs;
    private long toMs;
    private long jumpMs;

    Outages(long seed) {
        this.random = new SplittableRandom(seed);
        next();
        jumpMs = random.nextLong(HOUR_MS);
    }

    /** Each lies within the first two thirds of its hour, with its end. */
    private void next() {
        long hour = outages * HOUR_MS;
        outages++;
        fromMs = hour + random.nextLong(HOUR_MS / 3);
        boolean longOne = outages % OUTAGES_FOR_A_LONG_ONE == 0;
        toMs = fromMs + (longOne ? LONG_MS : random.nextLong(SHORTEST_MS, LONGEST_MS));
    }

    /** Whether the camera is away at a time in milliseconds since the start. */
    boolean away(long ms) {
        while (ms >= toMs) {
            next();
        }
        return ms >= fromMs;
    }

    /** Whether the camera's clock was set since this was asked last. */
    boolean jumped(long ms) {
        if (ms < jumpMs) {
            return false;
        }
        jumpMs += HOURS_FOR_A_JUMP * HOUR_MS;
        return true;
    }
}
