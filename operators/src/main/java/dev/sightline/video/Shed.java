// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Samples of a live stream that were left out because the stages behind did not keep up.
 *
 * @param stream the stream
 * @param position grid point of the first one
 * @param nextPosition the grid point behind the last one; greater than {@code position}
 * @param from time of the first one
 * @param to time of the last one
 * @param shedMs milliseconds of the timeline that they stand for
 * @param changes what the reader saw change
 */
public record Shed(
        StreamRef stream,
        long position,
        long nextPosition,
        MediaTime from,
        MediaTime to,
        long shedMs,
        List<VisualChange> changes)
        implements Marker {

    /** Refuses absent parts and an empty range. */
    public Shed {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (nextPosition <= position) {
            throw new IllegalArgumentException("nothing shed at " + position);
        }
        changes = List.copyOf(changes);
    }

    /** What is left of a sample that is left out, of a stream with an interval. */
    public static Shed of(Sample sample, long intervalMs) {
        return new Shed(
                sample.stream(),
                sample.k(),
                sample.nextPosition(),
                sample.time(),
                sample.time(),
                intervalMs,
                sample.changes());
    }

    /** Whether another one goes on where this one ends. */
    public boolean isFollowedBy(Shed next) {
        return stream.equals(next.stream) && nextPosition == next.position;
    }

    /**
     * Both as one.
     *
     * @throws IllegalArgumentException if the other one does not go on where this one ends
     */
    public Shed with(Shed next) {
        if (!isFollowedBy(next)) {
            throw new IllegalArgumentException(next + " does not follow " + this);
        }
        List<VisualChange> all = new ArrayList<>(changes);
        all.addAll(next.changes);
        return new Shed(
                stream, position, next.nextPosition, from, next.to, shedMs + next.shedMs, all);
    }
}
