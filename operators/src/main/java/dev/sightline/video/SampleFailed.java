// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.Objects;

/**
 * A frame that was sampled, but that the model has no vector for; it stands in the sample's place.
 * The stream goes on.
 *
 * @param stream the stream
 * @param k grid point of the sample
 * @param time the frame's own time
 * @param message what went wrong, for a person
 */
public record SampleFailed(StreamRef stream, long k, MediaTime time, String message)
        implements Marker {

    /** Refuses absent parts. */
    public SampleFailed {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public long position() {
        return k;
    }
}
