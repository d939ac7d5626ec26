// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import dev.sightline.testdata.clips.ClipWriter;
import dev.sightline.testdata.clips.Encoding;
import java.io.IOException;
import java.nio.file.Path;

/** Writes videos in which each frame shows a number: its own time, as {@link CounterPicture}. */
public final class CounterVideo {

    private CounterVideo() {}

    /**
     * Writes a video with a frame at each tick of its time base. A frame shows its PTS in
     * milliseconds, rounded down.
     *
     * @param file its name says which container
     * @param frames at least 1
     */
    public static void write(Path file, Encoding encoding, int frames) throws IOException {
        long numerator = 1000L * encoding.timeBase().numerator();
        try (ClipWriter writer = ClipWriter.open(file, encoding)) {
            for (int pts = 0; pts < frames; pts++) {
                long millis = pts * numerator / encoding.timeBase().denominator();
                writer.write(CounterPicture.of(millis, encoding.width(), encoding.height()), pts);
            }
            writer.finish();
        }
    }
}
