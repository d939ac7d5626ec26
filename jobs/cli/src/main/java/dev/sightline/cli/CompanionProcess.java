// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A JVM beside this one, with its data in a temporary folder. Its program has to end when its
 * standard input does, unless it is kept.
 */
final class CompanionProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 10;

    private static final Path SHELL = Path.of("/bin/sh");

    /**
     * Ctrl-C goes to all processes of a terminal. A companion has to outlive it: it is needed until
     * the job has ended, and a kept one for longer. The JVM leaves a signal alone that its parent
     * ignores.
     */
    private static final String DEAF =
            """
            trap '' INT HUP
            shift
            exec "$@"
            """;

    /**
     * The same for one that is kept: when it is told to stop, nobody else deletes its data. If its
     * JVM ends by itself, as after an error, the data stays to be looked at.
     */
    private static final String DEAF_AND_TIDY =
            """
            trap '' INT HUP
            trap 'kill $!; wait; rm -rf "$folder"; exit' TERM
            folder=$1
            shift
            "$@" &
            wait
            """;

    private final Process process;
    private final BufferedReader output;
    private final TemporaryFolder folder;
    private boolean kept;

    private CompanionProcess(Process process, TemporaryFolder folder, boolean kept) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Starts one.
     *
     * @param name what lists of processes and its folder call it
     * @param keep whether it goes on when this process ends
     * @param program options of the JVM, the class and its arguments, by the folder for its data
     */
    static CompanionProcess start(String name, boolean keep, Function<Path, List<String>> program)
            throws IOException {
        TemporaryFolder folder = TemporaryFolder.create(name);
        try {
            List<String> command = new ArrayList<>();
            if (Files.isExecutable(SHELL)) {
                String script = keep ? DEAF_AND_TIDY : DEAF;
                String data = folder.path().toString();
                command.addAll(List.of(SHELL.toString(), "-c", script, name, data));
            }
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-XX:+UseSerialGC");
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-D" + LogFile.PROPERTY + "=" + folder.path().resolve("log"));
            command.addAll(program.apply(folder.path()));
            Process process =
                    new ProcessBuilder(command).redirectError(errors(folder).toFile()).start();
            return new CompanionProcess(process, folder, keep);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    private static Path errors(TemporaryFolder folder) {
        return folder.path().resolve("err");
    }

    /**
     * Reads what it prints up to a line that begins with a word.
     *
     * @return the rest of that line; empty if it ends without one
     */
    Optional<String> awaitLine(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return Optional.of(line.substring(word.length()));
            }
        }
        return Optional.empty();
    }

    /** Reads on, until it ends; it would stop in mid-sentence if nobody did. */
    void awaitEnd() throws IOException {
        output.transferTo(Writer.nullWriter());
    }

    /** Where its data is, which goes with it. */
    Path folder() {
        return folder.path();
    }

    /** What it wrote to standard error. */
    List<String> errors() throws IOException {
        return Files.readAllLines(errors(folder));
    }

    /** How to be rid of one that is kept. */
    String howToStop() {
        return "'kill " + process.pid() + "' stops it and deletes its data in " + folder.path();
    }

    /** Has it end with this process after all. */
    synchronized void keepNoMore() {
        kept = false;
    }

    /** Stops it and deletes its data, unless it is kept. */
    @Override
    public synchronized void close() {
        if (kept) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
