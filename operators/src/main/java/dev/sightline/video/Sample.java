// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.Objects;

/**
 * One sampled frame at the model's input size: the only record that carries pixels.
 *
 * @param stream the stream
 * @param k grid point: the first frame with {@code pts - streamStart >= k * interval}
 * @param time the frame's own time
 * @param rgb width x height x 3 bytes of the model's {@link FrameGeometry}, row after row; never
 *     changed after construction
 * @param visual what the scene detector keeps of the picture
 * @param decodeErrors packets and frames that the decoder refused since the sample before
 */
public record Sample(
        StreamRef stream,
        long k,
        MediaTime time,
        byte[] rgb,
        VisualSignature visual,
        int decodeErrors)
        implements TimelineRecord {

    /** Refuses absent parts. */
    public Sample {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(rgb, "rgb");
        Objects.requireNonNull(visual, "visual");
    }

    @Override
    public long position() {
        return k;
    }
}
