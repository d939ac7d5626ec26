// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What Sightline's reader sees without any model, in a JVM of its own: {@code PictureScenes POLICY
 * [FILE...]}. With {@link SamplingPolicy#EVERYTHING} it says how good the search for changes can
 * be, with the others what leaving out frames costs it.
 */
final class PictureScenes {

    private static final int MAX_PIXELS = 1 << 25;

    private PictureScenes() {}

    public static void main(String[] arguments) {
        SamplingPolicy policy = SamplingPolicy.valueOf(arguments[0]);
        List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
        DecoderSettings settings =
                new DecoderSettings(
                        policy,
                        Duration.ofSeconds(1),
                        1,
                        MAX_PIXELS,
                        Duration.ofSeconds(30),
                        new FrameGeometry(224, 224, FrameGeometry.Fit.SQUASH),
                        0);
        FindingsPrinter.run(files, file -> read(file, settings));
    }

    private static void read(Path file, DecoderSettings settings) throws IOException {
        StreamRef stream = new StreamRef("benchmark", 1, "file:benchmark", SourceKind.FILE, "");
        try (SampleReader reader = new FileSampleReader(stream, file.toString(), settings, -1)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                if (next instanceof StreamFailed failed) {
                    throw new IOException(failed.message());
                }
                next.changes().forEach(PictureScenes::print);
            }
        }
    }

    private static void print(VisualChange change) {
        switch (change.kind()) {
            case CUT -> FindingsPrinter.cut(change.start());
            case GRADUAL -> FindingsPrinter.gradual(change.start(), change.end());
            default -> throw new IllegalStateException("kind " + change.kind());
        }
    }
}
