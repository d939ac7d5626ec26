// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command in a process of its own, started as the launcher does it.
 *
 * @param process the command
 * @param folder where it writes its output, its log and its temporary files
 */
record CommandProcess(Process process, Path folder) {

    private static final long LONGEST_SECONDS = 240;

    static CommandProcess start(Path folder, String... arguments) throws IOException {
        ProcessBuilder builder = builder(folder, arguments);
        builder.redirectOutput(folder.resolve("out").toFile());
        return new CommandProcess(builder.start(), folder);
    }

    /** Not started yet; its standard output is a pipe. */
    static ProcessBuilder builder(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--add-opens=java.base/java.time=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx768m",
                                "-Djava.io.tmpdir=" + folder,
                                "-Dsightline.log=" + folder.resolve("log"),
                                "-Dsightline.log.temporary=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sightline.class.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().put("SIGHTLINE_HOME", Repository.root().toString());
        return builder;
    }

    /** Waits for its end; returns its exit code. */
    int code() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    /** Its standard output so far. */
    String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    /** Its standard error so far. */
    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    /** Waits until its standard output has a text. */
    void awaitOut(String text) throws IOException, InterruptedException {
        await("out", text);
    }

    /** Waits until its standard error has a text. */
    void awaitErr(String text) throws IOException, InterruptedException {
        await("err", text);
    }

    private void await(String file, String text) throws IOException, InterruptedException {
        Path written = folder.resolve(file);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!Files.readString(written).contains(text)
                && process.isAlive()
                && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(Files.readString(written)).as(err()).contains(text);
    }

    /** Folders of brokers, searches and checkpoints, and logs, that are there. */
    List<String> leftovers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("sightline-") || name.equals("log"))
                    // The user is told where the pictures are; they stay.
                    .filter(name -> !name.startsWith("sightline-pictures-"))
                    .toList();
        }
    }
}
