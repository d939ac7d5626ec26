// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.List;
import java.util.Objects;

/**
 * A frame that was sampled, but that the model has no vector for; it stands in the sample's place.
 * The stream goes on.
 *
 * @param stream the stream
 * @param k grid point of the sample
 * @param time the frame's own time
 * @param message what went wrong, for a person
 * @param decodeErrors packets and frames that the decoder refused since the sample before
 * @param changes what the reader saw change
 */
public record SampleFailed(
        StreamRef stream,
        long k,
        MediaTime time,
        String message,
        int decodeErrors,
        List<VisualChange> changes)
        implements Marker {

    /** Refuses absent parts. */
    public SampleFailed {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(message, "message");
        changes = List.copyOf(changes);
    }

    @Override
    public long position() {
        return k;
    }
}
