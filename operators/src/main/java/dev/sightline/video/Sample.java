// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.List;
import java.util.Objects;

/**
 * One sampled frame at the model's input size: the only record that carries pixels.
 *
 * @param stream the stream
 * @param k grid point: the first frame with {@code pts - streamStart >= k * interval}
 * @param time the frame's own time
 * @param rgb width x height x 3 bytes of the model's {@link FrameGeometry}, row after row; never
 *     changed after construction
 * @param blank whether the picture shows nothing: black, white, one colour
 * @param preview the whole frame as a small JPEG, upright and in square pixels; empty if there is
 *     none; never changed after construction
 * @param decodeErrors packets and frames that the decoder refused since the sample before
 * @param changes what the reader saw change
 */
public record Sample(
        StreamRef stream,
        long k,
        MediaTime time,
        byte[] rgb,
        boolean blank,
        byte[] preview,
        int decodeErrors,
        List<VisualChange> changes)
        implements TimelineRecord {

    /** Refuses absent parts. */
    public Sample {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(rgb, "rgb");
        changes = List.copyOf(changes);
        Objects.requireNonNull(preview, "preview");
    }

    @Override
    public long position() {
        return k;
    }
}
