// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.timeline.Scene;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.util.Objects;

/**
 * An interval that shows what was looked for.
 *
 * @param id of the peak's sample
 * @param stream where
 * @param start first sample that shows it
 * @param peak sample that shows it best
 * @param end last sample that shows it; the same as the first where one sample does
 * @param score of the peak, 0 to 1, on the scale of the events' scores, as of a stream of which
 *     nothing is known
 * @param cosine of the peak, -1 to 1
 * @param scene that it lies in, or null if the index knows none
 * @param similar how many moments that look like it are left out for it
 * @param picture id under which the index has a picture of the peak, or null
 */
public record Moment(
        String id,
        StreamRef stream,
        MediaTime start,
        MediaTime peak,
        MediaTime end,
        double score,
        double cosine,
        Scene scene,
        int similar,
        String picture) {

    /** Refuses absent parts; only scene and picture may be null. */
    public Moment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(peak, "peak");
        Objects.requireNonNull(end, "end");
    }
}
