// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.List;
import java.util.Objects;

/**
 * A stream could not be opened or not be read on; the last record of its epoch that counts.
 *
 * @param stream the stream
 * @param position the place behind its last sample; -1 if it was never opened
 * @param nextPosition where the next range begins; {@link SampleRange#END} behind the last one
 * @param time the time of its last frame, or null if there is none
 * @param category what failed
 * @param message what went wrong and what to do, without credentials
 * @param decodeErrors packets and frames that the decoder refused before; as a reader hands it out,
 *     since the last sample
 * @param changes what the reader saw change
 */
public record StreamFailed(
        StreamRef stream,
        long position,
        long nextPosition,
        MediaTime time,
        Category category,
        String message,
        long decodeErrors,
        List<VisualChange> changes)
        implements Marker {

    /** What failed. */
    public enum Category {
        /** The source could not be opened, or holds no video that can be read. */
        OPEN,
        /** The source was opened but its content could not be decoded. */
        DECODE,
        /** The source may not be read as it was asked for, two sources with one id for example. */
        REGISTRATION
    }

    /** Refuses absent parts; only {@code time} may be null. */
    public StreamFailed {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(message, "message");
        changes = List.copyOf(changes);
    }

    /** The failure of a stream that was read as a whole, with nothing left to tell. */
    public StreamFailed(
            StreamRef stream,
            long position,
            MediaTime time,
            Category category,
            String message,
            long decodeErrors) {
        this(stream, position, SampleRange.END, time, category, message, decodeErrors, List.of());
    }
}
