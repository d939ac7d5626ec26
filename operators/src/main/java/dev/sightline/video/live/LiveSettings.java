// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.io.Serializable;
import java.time.Duration;

/**
 * How live streams are watched.
 *
 * @param firstRetry how long to wait before a stream that was lost is tried again
 * @param longestRetry the longest time between two tries
 * @param lostAfter how long a stream is away before it counts as lost; it is tried on
 * @param buffered samples of a stream that wait for the stages behind; at least 1
 * @param mostStreams streams that one task watches at a time; at least 1
 */
public record LiveSettings(
        Duration firstRetry,
        Duration longestRetry,
        Duration lostAfter,
        int buffered,
        int mostStreams)
        implements Serializable {

    /** What suits cameras. */
    public static final LiveSettings DEFAULT =
            new LiveSettings(
                    Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1), 8, 64);

    /** Refuses values out of range. */
    public LiveSettings {
        if (firstRetry.toMillis() < 1
                || longestRetry.compareTo(firstRetry) < 0
                || lostAfter.isNegative()
                || buffered < 1
                || mostStreams < 1) {
            throw new IllegalArgumentException("settings of live streams out of range");
        }
    }
}
