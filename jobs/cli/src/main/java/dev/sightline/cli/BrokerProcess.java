// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.testdata.kafka.EmbeddedKafkaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A broker in a JVM of its own, with its data in a temporary folder. */
final class BrokerProcess implements AutoCloseable {

    private static final String NAME = "sightline-kafka";
    private static final String READY = "READY ";

    private final CompanionProcess companion;

    private BrokerProcess(CompanionProcess companion) {
        this.companion = companion;
    }

    /**
     * Starts a broker.
     *
     * @param keep whether it goes on when this process ends
     */
    static BrokerProcess start(boolean keep) throws IOException {
        return new BrokerProcess(
                CompanionProcess.start(NAME, keep, folder -> program(folder, keep)));
    }

    private static List<String> program(Path folder, boolean keep) {
        List<String> program =
                new ArrayList<>(
                        List.of(
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EmbeddedKafkaServer.class.getName(),
                                folder.resolve("data").toString(),
                                "0"));
        if (keep) {
            program.add(EmbeddedKafkaServer.DETACHED);
        }
        return program;
    }

    /**
     * Waits until it is there; called once.
     *
     * @return where clients connect to
     * @throws CommandFailure if it does not start
     */
    String awaitAddress() throws IOException {
        Optional<String> address = companion.awaitLine(READY);
        if (address.isEmpty()) {
            companion.keepNoMore();
            throw new CommandFailure(
                    "the embedded Kafka does not start: " + String.join(" ", companion.errors()));
        }
        return address.get();
    }

    /** A folder for what its events name, which goes with it. */
    Path pictures() throws IOException {
        return Files.createDirectory(companion.folder().resolve("pictures"));
    }

    /** How to be rid of one that is kept. */
    String howToStop() {
        return companion.howToStop();
    }

    /** Stops it and deletes its data, unless it is kept. */
    @Override
    public void close() {
        companion.close();
    }
}
