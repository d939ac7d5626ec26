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
 * @param previewSize longest side of the small picture that goes with a sample, in pixels; 0 for
 *     none
 * @param changes whether to look for changes between the samples, which costs more
 */
public record DecoderSettings(
        SamplingPolicy policy,
        Duration interval,
        int threads,
        long maxPixels,
        Duration readTimeout,
        FrameGeometry geometry,
        int previewSize,
        boolean changes)
        implements Serializable {

    /** Refuses values out of range. */
    public DecoderSettings {
        if (interval.toMillis() < 1
                || threads < 1
                || maxPixels < 1
                || readTimeout.isNegative()
                || previewSize < 0) {
            throw new IllegalArgumentException("decoder settings out of range");
        }
    }

    /** Settings with which changes are looked for. */
    public DecoderSettings(
            SamplingPolicy policy,
            Duration interval,
            int threads,
            long maxPixels,
            Duration readTimeout,
            FrameGeometry geometry,
            int previewSize) {
        this(policy, interval, threads, maxPixels, readTimeout, geometry, previewSize, true);
    }

    /** The same with another policy. */
    public DecoderSettings with(SamplingPolicy other) {
        return new DecoderSettings(
                other, interval, threads, maxPixels, readTimeout, geometry, previewSize, changes);
    }
}
