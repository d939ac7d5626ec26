// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes clips into a folder, with {@code truth.json} beside them. */
@Command(
        name = "clip-generator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes test clips and truth.json, which says what is in them.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the clips were written",
            "1:a clip could not be written",
            "2:the arguments were not understood"
        })
public final class ClipGenerator implements Callable<Integer> {

    private static final int MOVING_WIDTH = 1280;
    private static final int MOVING_HEIGHT = 720;

    @Parameters(paramLabel = "FOLDER", description = "where to; created if it is not there")
    private Path folder;

    @Option(
            names = "--clip",
            paramLabel = "NAME",
            description = "write this clip only; may be repeated. One of ${COMPLETION-CANDIDATES}")
    private List<Clip> clips = List.of(Clip.values());

    @Option(
            names = "--scenes",
            description = "write the clips to judge scene changes by instead, all of them")
    private boolean scenes;

    @Option(
            names = "--moving",
            paramLabel = "DURATION",
            description = "also write moving.mp4, 1280x720, so long: PT1H is an hour")
    private Duration moving;

    private ClipGenerator() {}

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command. */
    static int run(String... arguments) {
        return new CommandLine(new ClipGenerator())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            command.getErr().println(failure.getMessage());
                            return CommandLine.ExitCode.SOFTWARE;
                        })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        List<WrittenClip> written = new ArrayList<>();
        if (scenes) {
            for (SceneClip clip : SceneClip.values()) {
                written.add(clip.write(folder));
            }
        } else {
            for (Clip clip : clips) {
                written.add(clip.write(folder));
            }
        }
        if (moving != null) {
            Path file = folder.resolve("moving.mp4");
            written.add(MovingVideo.write(file, moving, MOVING_WIDTH, MOVING_HEIGHT));
        }
        TruthFile.write(folder, written);
        return CommandLine.ExitCode.OK;
    }
}
