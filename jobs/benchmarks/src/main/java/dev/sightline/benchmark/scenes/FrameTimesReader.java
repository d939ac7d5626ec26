// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the real PTS of all frames, from what FFmpeg's {@code showinfo} filter says of each frame
 * that it decodes. It takes the stream that FFmpeg takes by itself, as the other programs do.
 */
final class FrameTimesReader {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Pattern BASE = Pattern.compile("config in time_base: (\\d+)/(\\d+)");
    private static final Pattern FRAME =
            Pattern.compile("\\bn: *(\\d+) pts: *(-?\\d+) .*\\biskey:(\\d)");

    private final Path ffmpeg;

    FrameTimesReader(Path ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * @throws IOException if the file cannot be decoded, or a frame has no PTS
     */
    FrameTimes read(Path video) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-hide_banner", "-nostats"));
        // Without -copyts, times would begin at 0.
        command.addAll(List.of("-copyts", "-i", video.toString(), "-an", "-sn", "-dn"));
        command.addAll(List.of("-vf", "showinfo=checksum=0", "-f", "null", "-"));
        Measurement done = new MeasuredCommand(command, LIMIT).run();
        if (!done.succeeded()) {
            throw new IOException("cannot read " + video + ": " + done.problem());
        }
        return parse(done.errors(), video.toString());
    }

    static FrameTimes parse(List<String> lines, String name) throws IOException {
        double base = 0;
        List<Double> times = new ArrayList<>();
        double longest = 0;
        double keyframe = 0;
        for (String line : lines) {
            Matcher configuration = BASE.matcher(line);
            if (configuration.find() && base == 0) {
                base = Double.parseDouble(configuration.group(1));
                base /= Double.parseDouble(configuration.group(2));
            }
            Matcher frame = FRAME.matcher(line);
            if (!frame.find()) {
                continue;
            }
            double time = Long.parseLong(frame.group(2)) * base;
            if (times.isEmpty()) {
                keyframe = time;
            }
            longest = Math.max(longest, time - keyframe);
            keyframe = frame.group(3).equals("1") ? time : keyframe;
            times.add(time);
        }
        if (times.isEmpty() || base == 0) {
            throw new IOException("no frame with a time stamp in " + name);
        }
        double[] seconds = times.stream().mapToDouble(Double::doubleValue).toArray();
        // Where time stamps jump back, the nearest frame is still found in a sorted list.
        Arrays.sort(seconds);
        return new FrameTimes(seconds, longest);
    }
}
