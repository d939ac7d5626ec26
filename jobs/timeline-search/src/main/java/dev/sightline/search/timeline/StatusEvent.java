// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.util.Objects;

/**
 * What became of a stream.
 *
 * @param id CloudEvents id
 * @param stream which
 * @param time when, or null if the stream was never opened
 * @param state online | degraded | reconnecting | lost | ended | heartbeat
 * @param gap what is missing, or null
 * @param shedSeconds seconds left out under overload, or null
 */
public record StatusEvent(
        String id, StreamRef stream, MediaTime time, String state, Missing gap, Double shedSeconds)
        implements TimelineEvent {

    /**
     * Media that is missing.
     *
     * @param from last moment before it
     * @param to first moment behind it, or null if nothing follows
     * @param missingMs its length in milliseconds
     * @param reason why, for a person
     */
    public record Missing(MediaTime from, MediaTime to, long missingMs, String reason) {

        /** Refuses absent parts; only the end may be null. */
        public Missing {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Refuses an absent id, stream or state. */
    public StatusEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(state, "state");
    }
}
