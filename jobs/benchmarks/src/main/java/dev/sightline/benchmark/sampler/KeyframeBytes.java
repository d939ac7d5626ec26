// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much of a video its keyframes are. What takes them alone reads and decodes that much of it,
 * and what takes a sample far behind one the more besides, the smaller the share is.
 */
final class KeyframeBytes {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private KeyframeBytes() {}

    /** The share of a file's first video stream, 0 to 1. */
    static double share(Path ffprobe, Path video) throws IOException, InterruptedException {
        List<String> command =
                List.of(
                        ffprobe.toString(),
                        "-loglevel",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "packet=size,flags",
                        "-of",
                        "csv=print_section=0",
                        video.toString());
        Measurement done = new MeasuredCommand(command, LIMIT).run();
        if (!done.succeeded()) {
            throw new IOException("cannot read " + video + ": " + done.problem());
        }
        return share(done.output());
    }

    /**
     * @param packets {@code SIZE,FLAGS} each, with a K among the flags of a keyframe
     */
    static double share(List<String> packets) {
        long all = 0;
        long keyframes = 0;
        for (String packet : packets) {
            String[] fields = packet.split(",");
            if (fields.length >= 2) {
                long size = Long.parseLong(fields[0]);
                all += size;
                keyframes += fields[1].startsWith("K") ? size : 0;
            }
        }
        return all == 0 ? 0 : (double) keyframes / all;
    }
}
