// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Grid points for which there is no frame.
 *
 * @param stream the stream
 * @param position first missing grid point
 * @param nextPosition first grid point after the gap; greater than {@code position}; {@link
 *     SampleRange#END} if the stream goes on in another epoch
 * @param from the last frame before the gap
 * @param to the first frame after it, with the time stamps of its own epoch
 * @param discontinuity whether the stream may show something else behind it; false where a slow
 *     stream merely had no frame for a grid point
 * @param reason why, in words for a person
 * @param changes what the reader saw change
 */
public record Gap(
        StreamRef stream,
        long position,
        long nextPosition,
        MediaTime from,
        MediaTime to,
        boolean discontinuity,
        String reason,
        List<VisualChange> changes)
        implements Marker {

    /** Refuses absent parts and an empty range. */
    public Gap {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(reason, "reason");
        if (nextPosition <= position) {
            throw new IllegalArgumentException("empty gap at " + position);
        }
        changes = List.copyOf(changes);
    }

    /** A gap with no change of the picture left to tell. */
    public Gap(
            StreamRef stream,
            long position,
            long nextPosition,
            MediaTime from,
            MediaTime to,
            boolean discontinuity,
            String reason) {
        this(stream, position, nextPosition, from, to, discontinuity, reason, List.of());
    }

    /** Its length in milliseconds: of media time, or of wall time where it closes an epoch. */
    public long missingMs() {
        return nextPosition == SampleRange.END && from.wall() != null && to.wall() != null
                ? Math.max(0, Duration.between(from.wall(), to.wall()).toMillis())
                : to.mediaMs() - from.mediaMs();
    }
}
