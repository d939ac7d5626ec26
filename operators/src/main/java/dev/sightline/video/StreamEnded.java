// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.Objects;

/**
 * A stream was read to its end; the last record of its epoch.
 *
 * @param stream the stream
 * @param position the place behind its last sample
 * @param time the time of its last frame
 * @param samples samples of this epoch
 * @param decodeErrors packets and frames that the decoder refused
 * @param missingMs milliseconds that the container promised beyond the last frame; 0 if it is whole
 */
public record StreamEnded(
        StreamRef stream,
        long position,
        MediaTime time,
        long samples,
        long decodeErrors,
        long missingMs)
        implements Marker {

    /** Refuses absent parts. */
    public StreamEnded {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
    }
}
