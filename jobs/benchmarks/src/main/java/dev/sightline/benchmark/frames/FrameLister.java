// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.frames;

import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists the frames of a file with their real PTS, from what FFmpeg's {@code showinfo} filter says
 * of each frame that it decodes. It takes the stream that FFmpeg takes by itself, as the programs
 * that are measured do.
 */
public final class FrameLister {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Pattern BASE = Pattern.compile("config in time_base: (\\d+)/(\\d+)");
    private static final Pattern FRAME =
            Pattern.compile(
                    "\\bn: *(\\d+) pts: *(-?\\d+) .*\\biskey:(\\d)(?:.*\\bchecksum:(\\w+))?");

    private final Path ffmpeg;

    public FrameLister(Path ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** The program that decodes. */
    public Path ffmpeg() {
        return ffmpeg;
    }

    /**
     * All frames, without checksums.
     *
     * @throws IOException if the file cannot be decoded, or no frame has a PTS
     */
    public List<ShownFrame> list(Path video) throws IOException, InterruptedException {
        return list(video, List.of(), "showinfo=checksum=0");
    }

    /**
     * The frames that come out of a filter.
     *
     * @param input FFmpeg's options before the file
     * @param graph with {@code showinfo} where the frames are to be listed
     */
    public List<ShownFrame> list(Path video, List<String> input, String graph)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin"));
        // Without -copyts, times would begin at 0.
        command.addAll(List.of("-hide_banner", "-nostats", "-copyts"));
        command.addAll(input);
        command.addAll(List.of("-i", video.toString(), "-an", "-sn", "-dn", "-vf", graph));
        command.addAll(List.of("-f", "null", "-"));
        Measurement done = new MeasuredCommand(command, LIMIT).run();
        if (!done.succeeded()) {
            throw new IOException("cannot read " + video + ": " + done.problem());
        }
        return parse(done.errors(), video.toString());
    }

    static List<ShownFrame> parse(List<String> lines, String name) throws IOException {
        long numerator = 0;
        double denominator = 0;
        List<ShownFrame> frames = new ArrayList<>();
        for (String line : lines) {
            Matcher configuration = BASE.matcher(line);
            if (configuration.find() && denominator == 0) {
                numerator = Long.parseLong(configuration.group(1));
                denominator = Double.parseDouble(configuration.group(2));
            }
            Matcher frame = FRAME.matcher(line);
            if (frame.find()) {
                String checksum = frame.group(4) == null ? "" : frame.group(4);
                double seconds = Long.parseLong(frame.group(2)) * numerator / denominator;
                frames.add(new ShownFrame(seconds, frame.group(3).equals("1"), checksum));
            }
        }
        if (frames.isEmpty() || denominator == 0) {
            throw new IOException("no frame with a time stamp in " + name);
        }
        return frames;
    }
}
