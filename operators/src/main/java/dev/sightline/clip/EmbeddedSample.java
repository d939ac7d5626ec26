// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.util.List;
import java.util.Objects;

/**
 * A sample after the image tower: the pixels are gone.
 *
 * @param stream the stream
 * @param k grid point of the sample
 * @param time the frame's own time
 * @param vector unit vector of the model's dimension; never changed after construction
 * @param blank whether the picture shows nothing: black, white, one colour
 * @param preview the whole frame as a small JPEG; empty if there is none; never changed after
 *     construction
 * @param decodeErrors packets and frames that the decoder refused since the sample before
 * @param changes what the reader saw change
 * @param sketch what is kept of the pixels, see {@link PictureSketch}; empty if there is none;
 *     never changed after construction
 */
public record EmbeddedSample(
        StreamRef stream,
        long k,
        MediaTime time,
        float[] vector,
        boolean blank,
        byte[] preview,
        int decodeErrors,
        List<VisualChange> changes,
        byte[] sketch)
        implements TimelineRecord {

    /** Refuses absent parts. */
    public EmbeddedSample {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(vector, "vector");
        changes = List.copyOf(changes);
        Objects.requireNonNull(preview, "preview");
        Objects.requireNonNull(sketch, "sketch");
    }

    /** A sample of whose pixels nothing is known. */
    public EmbeddedSample(
            StreamRef stream,
            long k,
            MediaTime time,
            float[] vector,
            boolean blank,
            byte[] preview,
            int decodeErrors,
            List<VisualChange> changes) {
        this(stream, k, time, vector, blank, preview, decodeErrors, changes, new byte[0]);
    }

    @Override
    public long position() {
        return k;
    }
}
