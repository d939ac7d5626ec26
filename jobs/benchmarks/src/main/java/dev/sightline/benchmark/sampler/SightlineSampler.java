// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.function.DoubleConsumer;

/**
 * Sightline's reader as one of the programs, in a JVM of its own: {@code SightlineSampler POLICY
 * CHANGES [FILE]}. It is the reader of the job; CHANGES, {@code true} or {@code false}, says
 * whether it looks for scene changes, too. Prints what {@link TwoPasses} says.
 */
final class SightlineSampler {

    private static final int MAX_PIXELS = 1 << 25;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final FrameGeometry GEOMETRY =
            new FrameGeometry(224, 224, FrameGeometry.Fit.SQUASH);

    private SightlineSampler() {}

    public static void main(String[] arguments) throws IOException {
        DecoderSettings settings =
                settings(SamplingPolicy.valueOf(arguments[0]), Boolean.parseBoolean(arguments[1]));
        if (arguments.length > 2) {
            TwoPasses.run(samples -> sample(arguments[2], settings, samples));
        }
    }

    /** One decoder thread and no preview, as the peers have it. */
    private static DecoderSettings settings(SamplingPolicy policy, boolean changes) {
        return new DecoderSettings(
                policy, Duration.ofSeconds(1), 1, MAX_PIXELS, READ_TIMEOUT, GEOMETRY, 0, changes);
    }

    private static void sample(String file, DecoderSettings settings, DoubleConsumer samples)
            throws IOException {
        StreamRef stream = new StreamRef("benchmark", 1, "file:benchmark", SourceKind.FILE, "");
        try (SampleReader reader = new FileSampleReader(stream, file, settings, -1)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                if (next instanceof StreamFailed failed) {
                    throw new IOException(failed.message());
                }
                if (next instanceof Sample sample) {
                    samples.accept(seconds(sample.time()));
                }
            }
        }
    }

    private static double seconds(MediaTime time) {
        return (double) time.pts() * time.timeBase().numerator() / time.timeBase().denominator();
    }
}
