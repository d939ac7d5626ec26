// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.List;
import java.util.Objects;

/**
 * A stream was read to its end; the last record of its epoch that counts.
 *
 * <p>Whoever reads a range sees only a part of the stream, so a reader leaves {@code samples} at 0
 * and counts in {@code decodeErrors} what came since the last sample; the stage that puts the
 * ranges in order completes both.
 *
 * @param stream the stream
 * @param position the place behind its last sample
 * @param nextPosition where the next range begins; {@link SampleRange#END} behind the last one
 * @param time the time of its last frame
 * @param samples samples of this epoch
 * @param decodeErrors packets and frames that the decoder refused
 * @param missingMs milliseconds that the container promised beyond the last frame; 0 if it is whole
 * @param changes what the reader saw change
 */
public record StreamEnded(
        StreamRef stream,
        long position,
        long nextPosition,
        MediaTime time,
        long samples,
        long decodeErrors,
        long missingMs,
        List<VisualChange> changes)
        implements Marker {

    /** Refuses absent parts. */
    public StreamEnded {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
        changes = List.copyOf(changes);
    }

    /** The end of a stream that was read as a whole, with nothing left to tell. */
    public StreamEnded(
            StreamRef stream,
            long position,
            MediaTime time,
            long samples,
            long decodeErrors,
            long missingMs) {
        this(stream, position, SampleRange.END, time, samples, decodeErrors, missingMs, List.of());
    }
}
