// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.testdata.kafka.EmbeddedKafkaServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A broker in a JVM of its own, with its data in a temporary folder. */
final class BrokerProcess implements AutoCloseable {

    private static final String READY = "READY ";
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final Path folder;
    private final String address;
    private final boolean kept;

    private BrokerProcess(Process process, Path folder, String address, boolean kept) {
        this.process = process;
        this.folder = folder;
        this.address = address;
        this.kept = kept;
    }

    /**
     * Starts a broker.
     *
     * @param keep whether it goes on when this process ends
     */
    static BrokerProcess start(boolean keep) throws IOException {
        Path folder = Files.createTempDirectory("sightline-kafka");
        Path log = folder.resolve("broker.log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dsightline.log=" + log,
                                "-cp",
                                System.getProperty("java.class.path"),
                                EmbeddedKafkaServer.class.getName(),
                                folder.resolve("data").toString(),
                                "0"));
        if (keep) {
            command.add(EmbeddedKafkaServer.DETACHED);
        }
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("broker.err").toFile())
                        .start();
        String line = firstLine(process);
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new CommandFailure(
                    "the embedded Kafka does not start; see " + folder.resolve("broker.err"));
        }
        return new BrokerProcess(process, folder, line.substring(READY.length()), keep);
    }

    private static String firstLine(Process process) throws IOException {
        // The stream stays open: the broker may write to it, and it ends with the process.
        return new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .readLine();
    }

    /** Where clients connect to. */
    String address() {
        return address;
    }

    /** Its process, for the user to stop it. */
    long pid() {
        return process.pid();
    }

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
            delete();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(BrokerProcess::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
