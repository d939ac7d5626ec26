// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.util.Objects;

/**
 * A sample as the topic of embeddings has it.
 *
 * @param stream where it is from
 * @param digest of the model that made the vector
 * @param k its grid point
 * @param time the frame's own time
 * @param vector unit vector, not copied and not to be changed
 * @param picture URI of its picture, or null
 */
public record StoredSample(
        StreamRef stream, String digest, long k, MediaTime time, float[] vector, String picture) {

    /** Refuses absent parts; only the picture may be null. */
    public StoredSample {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(vector, "vector");
    }
}
