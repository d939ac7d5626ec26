// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.time.Duration;

/**
 * When to load a live playlist again (RFC 8216, section 6.3.4): a target duration after it was
 * loaded, half of one if it had not changed.
 */
final class Reload {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    private Reload() {}

    /**
     * How long to wait.
     *
     * @param target the target duration
     * @param changed whether the last load brought something new
     * @param sinceLoad since the last load began
     */
    static Duration pause(Duration target, boolean changed, Duration sinceLoad) {
        Duration due = (changed ? target : target.dividedBy(2)).minus(sinceLoad);
        return due.compareTo(SHORTEST) < 0 ? SHORTEST : due;
    }
}
