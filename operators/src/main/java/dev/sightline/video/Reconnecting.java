// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.List;
import java.util.Objects;

/**
 * A live stream is away and will be tried again. It stands behind the last sample of its epoch, or
 * first in one that never had any; the {@link Gap} that closes the epoch follows when the stream is
 * back.
 *
 * @param stream the stream
 * @param position its place on the timeline
 * @param time the last frame, or the time since which the stream is waited for if there is none
 * @param attempt which try to reach it comes next; at least 1
 * @param nextAttemptMs milliseconds to that try
 * @param lost whether it has been away for so long that it counts as lost
 * @param news whether the reason is another one than that of the attempt before
 * @param category what failed
 * @param reason why it is away, in words for a person, without credentials
 * @param changes what the reader saw change
 */
public record Reconnecting(
        StreamRef stream,
        long position,
        MediaTime time,
        int attempt,
        long nextAttemptMs,
        boolean lost,
        boolean news,
        StreamFailed.Category category,
        String reason,
        List<VisualChange> changes)
        implements Marker {

    /** Refuses absent parts. */
    public Reconnecting {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        changes = List.copyOf(changes);
    }
}
