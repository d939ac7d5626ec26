// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.process.MeasuredCommand;
import dev.sightline.benchmark.process.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that looks for scene changes. One process goes through all files, so that it starts
 * once, as it would in use; {@link FindingsParser} says what it prints. Without a file it does all
 * that it does before the first one, and ends.
 *
 * @param name as the table has it
 * @param command program and arguments, behind which the files come
 * @param installation what to do where it is not there
 */
record SceneProgram(String name, List<String> command, String installation) {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /**
     * What a program found in all files, and took for it.
     *
     * @param findings of each file, in their order
     * @param cpuSeconds of the whole process, its start included
     * @param wallSeconds of the whole process
     */
    record Result(List<Findings> findings, double cpuSeconds, double wallSeconds) {}

    SceneProgram {
        command = List.copyOf(command);
    }

    /** Starts it without a file. */
    Measurement start() throws IOException, InterruptedException {
        return new MeasuredCommand(command, START_LIMIT).run();
    }

    /**
     * Goes through files.
     *
     * @param limit after which it is ended; what it found until then counts
     */
    Result run(List<Path> files, Duration limit) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        files.forEach(file -> all.add(file.toAbsolutePath().toString()));
        Measurement done = new MeasuredCommand(all, limit).run();
        List<Findings> findings = FindingsParser.parse(done.output(), files.size(), done.problem());
        return new Result(findings, done.cpuSeconds(), done.wallSeconds());
    }
}
