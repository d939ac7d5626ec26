// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import dev.sightline.testdata.clips.MovingVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the videos that are sampled: real clips one after the other, in one size and at one rate,
 * again and again until they are long enough. Where there are none, a minute of generated video
 * takes their place. What is there already is not made again.
 */
final class Encodes {

    /** Frames a second of all encodes. */
    static final int RATE = 30;

    private static final Duration LIMIT = Duration.ofHours(2);
    private static final Duration MOVING = Duration.ofMinutes(1);

    private final Path ffmpeg;
    private final Path folder;
    private final Size size;

    /** Width and height in pixels, {@code 1280x720} for example. */
    record Size(int width, int height) {

        static Size parse(String text) {
            String[] sides = text.split("x");
            if (sides.length != 2) {
                throw new IllegalArgumentException("not a size: " + text);
            }
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /**
     * @param folder takes the videos
     */
    Encodes(Path ffmpeg, Path folder, Size size) {
        this.ffmpeg = ffmpeg;
        this.folder = folder;
        this.size = size;
    }

    /**
     * The video of an encode.
     *
     * @param clips folder of the real clips; need not be there
     */
    Path video(Encode encode, Path clips, Duration length)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String seconds = String.valueOf(length.toSeconds());
        Path video = folder.resolve(encode.name() + "-" + size + "-" + seconds + "s.mp4");
        if (!Files.exists(video)) {
            List<String> arguments = new ArrayList<>(List.of("-stream_loop", "-1", "-i"));
            arguments.add(source(clips).toString());
            arguments.addAll(List.of("-t", seconds, "-an"));
            arguments.addAll(encode.arguments(RATE));
            make(arguments, video);
        }
        return video;
    }

    private Path source(Path clips) throws IOException, InterruptedException {
        Path source = folder.resolve("source-" + size + ".mkv");
        if (Files.exists(source)) {
            return source;
        }
        List<Path> inputs = clips(clips);
        if (inputs.isEmpty()) {
            Path moving = folder.resolve("moving.mp4");
            MovingVideo.write(moving, MOVING, size.width(), size.height());
            inputs = List.of(moving);
        }
        List<String> arguments = new ArrayList<>();
        for (Path input : inputs) {
            arguments.addAll(List.of("-i", input.toString()));
        }
        arguments.addAll(List.of("-filter_complex", graph(inputs.size()), "-map", "[all]"));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "12"));
        make(arguments, source);
        return source;
    }

    private static List<Path> clips(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mp4")).sorted().toList();
        }
    }

    /** Each input in the one size, without a change of its shape, then one behind the other. */
    private String graph(int inputs) {
        StringBuilder graph = new StringBuilder();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < inputs; i++) {
            graph.append(
                    String.format(
                            "[%d:v:0]fps=%d,scale=%d:%d:force_original_aspect_ratio=decrease,"
                                    + "pad=%d:%d:-1:-1,setsar=1,format=yuv420p[v%d];",
                            i, RATE, size.width(), size.height(), size.width(), size.height(), i));
            joined.append("[v").append(i).append(']');
        }
        return graph.append(joined).append("concat=n=" + inputs + "[all]").toString();
    }

    /** Under another name first: half a video must not be taken for a whole one. */
    private void make(List<String> arguments, Path file) throws IOException, InterruptedException {
        Path unfinished = file.resolveSibling("unfinished-" + file.getFileName());
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-y"));
        command.addAll(List.of("-loglevel", "error"));
        command.addAll(arguments);
        command.add(unfinished.toString());
        Measurement made = new MeasuredCommand(command, LIMIT).run();
        if (!made.succeeded()) {
            throw new IOException("cannot make " + file + ": " + made.problem());
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
