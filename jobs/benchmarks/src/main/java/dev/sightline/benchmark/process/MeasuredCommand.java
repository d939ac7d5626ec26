// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command in a process of its own and measures its CPU time.
 *
 * <p>A shell runs the command and, behind it, its own {@code times}: what POSIX has the shell say
 * of the user and system time of its children, and of theirs as far as they were waited for. The
 * kernel counts, so it makes no difference which language the command is written in.
 */
public final class MeasuredCommand {

    private static final String SCRIPT = "\"$@\"; code=$?; times > \"$TIMES\"; exit $code";

    private final List<String> command;
    private final Duration limit;

    /**
     * @param command program and arguments; nothing in them is expanded
     * @param limit after which the program is ended
     */
    public MeasuredCommand(List<String> command, Duration limit) {
        this.command = List.copyOf(command);
        this.limit = limit;
    }

    /**
     * Runs it to its end.
     *
     * @throws IOException if the shell cannot be started or temporary files not be written
     */
    public Measurement run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("sightline-measured");
        Path times = folder.resolve("times");
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        try {
            long start = System.nanoTime();
            Process process = start(times, output, errors);
            int exitCode = Measurement.TIMED_OUT;
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                exitCode = process.exitValue();
            } else {
                end(process);
            }
            double wall = (System.nanoTime() - start) / 1e9;
            double cpu = Files.exists(times) ? ShellTimes.childSeconds(lines(times)) : 0;
            return new Measurement(exitCode, cpu, wall, lines(output), lines(errors));
        } finally {
            for (Path file : List.of(times, output, errors, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Process start(Path times, Path output, Path errors) throws IOException {
        List<String> all = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
        all.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(all)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().put("TIMES", times.toString());
        // Numbers are to be written in one way, wherever the benchmark runs.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** With its children, which a shell leaves behind; it first, or it tells of their end. */
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** What a program writes need not be text; each byte is a character then. */
    private static List<String> lines(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.lines().toList();
    }
}
