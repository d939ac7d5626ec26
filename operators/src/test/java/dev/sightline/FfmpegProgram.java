// SPDX-License-Identifier: Apache-2.0
package dev.sightline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The machine's own ffmpeg and ffprobe: another build than the bundled one, to compare with. */
public final class FfmpegProgram {

    private FfmpegProgram() {}

    /**
     * Runs {@code ffmpeg} or {@code ffprobe}; skips the test, with a line that says so, where it is
     * not installed.
     *
     * @return the lines of its standard output
     */
    public static List<String> run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "-v", "quiet"));
        command.addAll(List.of(arguments));
        Process process = start(command);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.lines().toList();
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.out.println("SKIPPED: " + command.get(0) + " is not installed");
            return Assumptions.abort(command.get(0) + " is not installed");
        }
    }
}
