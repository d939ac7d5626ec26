// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Decodes files as the job does, all of their frames. */
final class FrameTimes {

    private static final FrameGeometry SMALL = new FrameGeometry(16, 16, FrameGeometry.Fit.SQUASH);

    private static final DecoderSettings SETTINGS =
            new DecoderSettings(
                    SamplingPolicy.EVERYTHING,
                    Duration.ofMillis(1),
                    1,
                    1 << 26,
                    Duration.ofSeconds(30),
                    SMALL,
                    0,
                    false);

    private FrameTimes() {}

    /** Time stamps of the frames that are shown, in milliseconds. */
    static List<Long> of(Path file) {
        StreamRef stream = new StreamRef("v", 1, file.toUri().toString(), SourceKind.FILE, "");
        List<Long> times = new ArrayList<>();
        try (FileSampleReader reader =
                new FileSampleReader(stream, file.toString(), SETTINGS, -1)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                if (next instanceof Sample sample) {
                    times.add(sample.time().timeBase().toMillis(sample.time().pts()));
                } else if (next instanceof StreamFailed failed) {
                    throw new AssertionError(failed.toString());
                }
            }
        }
        return times;
    }
}
