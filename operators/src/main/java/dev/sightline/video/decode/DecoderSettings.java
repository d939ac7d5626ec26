// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.FrameGeometry;
import java.io.Serializable;
import java.time.Duration;

/**
 * How streams are decoded and sampled.
 *
 * @param policy which frames are samples
 * @param interval distance of the sampling grid's points; at least 1 ms
 * @param threads decoder threads of one stream; at least 1
 * @param maxPixels largest picture that is decoded; a larger one fails its stream
 * @param readTimeout how long one read may take before the stream fails
 * @param geometry the picture that the model wants
 */
public record DecoderSettings(
        SamplingPolicy policy,
        Duration interval,
        int threads,
        long maxPixels,
        Duration readTimeout,
        FrameGeometry geometry)
        implements Serializable {

    /** Refuses values out of range. */
    public DecoderSettings {
        if (interval.toMillis() < 1 || threads < 1 || maxPixels < 1 || readTimeout.isNegative()) {
            throw new IllegalArgumentException("decoder settings out of range");
        }
    }
}
