// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.testdata.kafka.EmbeddedKafkaServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broker in a JVM of its own, with its data in a temporary folder. */
final class BrokerProcess implements AutoCloseable {

    private static final String READY = "READY ";
    private static final long STOP_SECONDS = 10;

    /**
     * Ctrl-C goes to all processes of a terminal. The broker has to outlive it: it is needed until
     * the job has ended, and a kept one for longer. The JVM leaves a signal alone that its parent
     * ignores.
     */
    private static final List<String> DEAF =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"");

    private final Process process;
    private final TemporaryFolder folder;
    private boolean kept;

    private BrokerProcess(Process process, TemporaryFolder folder, boolean kept) {
        this.process = process;
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Starts a broker.
     *
     * @param keep whether it goes on when this process ends
     */
    static BrokerProcess start(boolean keep) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("sightline-kafka");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of(DEAF.get(0)))) {
            command.addAll(DEAF);
            command.add("sightline-kafka");
        }
        command.addAll(java(folder.path()));
        if (keep) {
            command.add(EmbeddedKafkaServer.DETACHED);
        }
        Process process =
                new ProcessBuilder(command).redirectError(errors(folder).toFile()).start();
        return new BrokerProcess(process, folder, keep);
    }

    private static List<String> java(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsightline.log=" + folder.resolve("broker.log"),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedKafkaServer.class.getName(),
                folder.resolve("data").toString(),
                "0");
    }

    private static Path errors(TemporaryFolder folder) {
        return folder.path().resolve("broker.err");
    }

    /**
     * Waits until it is there; called once.
     *
     * @return where clients connect to
     * @throws CommandFailure if it does not start
     */
    String awaitAddress() throws IOException {
        // The stream stays open: the broker may write to it, and it ends with the process.
        String line =
                new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
        if (line == null || !line.startsWith(READY)) {
            kept = false;
            List<String> said = Files.readAllLines(errors(folder));
            throw new CommandFailure(
                    "the embedded Kafka does not start: " + String.join(" ", said));
        }
        return line.substring(READY.length());
    }

    /** How to be rid of one that is kept. */
    String howToStop() {
        return "'kill " + process.pid() + "' stops it, its data is in " + folder.path();
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
            folder.close();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
