// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.time.Duration;
import java.time.Instant;

/** The least of the values of about the last minute. One thread. */
final class LeastDelay {

    private static final Duration HALF_WINDOW = Duration.ofSeconds(30);

    private long before = Long.MAX_VALUE;
    private long current = Long.MAX_VALUE;
    private Instant since;

    /** Takes one more value, and tells the least. */
    long after(long value, Instant at) {
        if (since == null || !at.isBefore(since.plus(HALF_WINDOW))) {
            before = current;
            current = Long.MAX_VALUE;
            since = at;
        }
        current = Math.min(current, value);
        return Math.min(before, current);
    }
}
