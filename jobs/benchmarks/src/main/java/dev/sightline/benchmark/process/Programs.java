// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/** Where programs are. */
public final class Programs {

    private Programs() {}

    /** A program on the {@code PATH}. */
    public static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The system's ffmpeg, else the one that Sightline brings along. */
    public static Path ffmpeg() {
        return onPath("ffmpeg")
                .orElseGet(() -> Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class)));
    }

    /** The ffprobe beside an ffmpeg, else the one that Sightline brings along. */
    public static Path ffprobe(Path ffmpeg) {
        Path sibling = ffmpeg.resolveSibling("ffprobe");
        return Files.isExecutable(sibling)
                ? sibling
                : Path.of(Loader.load(org.bytedeco.ffmpeg.ffprobe.class));
    }

    /**
     * This Java, with this program's class path.
     *
     * @param options of the JVM
     * @param main the class to run
     * @param arguments its arguments
     */
    public static List<String> java(List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }
}
