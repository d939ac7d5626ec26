// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.IgnoreRegions;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

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
 * @param ignore parts of the picture that neither samples nor changes see; previews show them
 */
public record DecoderSettings(
        SamplingPolicy policy,
        Duration interval,
        int threads,
        long maxPixels,
        Duration readTimeout,
        FrameGeometry geometry,
        int previewSize,
        boolean changes,
        IgnoreRegions ignore)
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
        Objects.requireNonNull(ignore, "ignore");
    }

    /** Settings with which the whole picture counts. */
    public DecoderSettings(
            SamplingPolicy policy,
            Duration interval,
            int threads,
            long maxPixels,
            Duration readTimeout,
            FrameGeometry geometry,
            int previewSize,
            boolean changes) {
        this(
                policy,
                interval,
                threads,
                maxPixels,
                readTimeout,
                geometry,
                previewSize,
                changes,
                IgnoreRegions.NONE);
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
        return with(other, interval, readTimeout, ignore);
    }

    /** The same with other parts of the picture left out. */
    public DecoderSettings with(IgnoreRegions other) {
        return with(policy, interval, readTimeout, other);
    }

    /** The same with another time that a read may take. */
    public DecoderSettings within(Duration other) {
        return with(policy, interval, other, ignore);
    }

    /** The same with another distance of samples. */
    public DecoderSettings with(Duration other) {
        return with(policy, other, readTimeout, ignore);
    }

    private DecoderSettings with(
            SamplingPolicy otherPolicy,
            Duration otherInterval,
            Duration otherTimeout,
            IgnoreRegions otherIgnore) {
        return new DecoderSettings(
                otherPolicy,
                otherInterval,
                threads,
                maxPixels,
                otherTimeout,
                geometry,
                previewSize,
                changes,
                otherIgnore);
    }
}
