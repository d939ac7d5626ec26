// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.ranges;

import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A long video: a short one again and again, its packets as they are. */
final class LongVideo {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private LongVideo() {}

    /** Writes it. */
    static void write(Path ffmpeg, Path video, int times, Path file)
            throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        ffmpeg.toString(),
                        "-nostdin",
                        "-y",
                        "-loglevel",
                        "error",
                        "-stream_loop",
                        String.valueOf(times - 1),
                        "-i",
                        video.toString(),
                        "-map",
                        "0:v:0",
                        "-c",
                        "copy",
                        file.toString());
        Measurement made = new MeasuredCommand(command, LIMIT).run();
        if (!made.succeeded()) {
            throw new IOException("cannot repeat " + video + ": " + made.problem());
        }
    }
}
