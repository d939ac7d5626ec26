// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.Objects;

/**
 * A stream was opened; always the first record of its epoch.
 *
 * @param stream the stream
 * @param time the time of its start
 */
public record StreamStarted(StreamRef stream, MediaTime time) implements Marker {

    /** Refuses absent parts. */
    public StreamStarted {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
    }

    @Override
    public long position() {
        return -1;
    }
}
