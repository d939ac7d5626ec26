// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.kafka;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs a broker in a JVM of its own. Prints {@code READY host:port} on standard output, and stops
 * when its standard input ends or on SIGTERM, so that it does not outlive the program that started
 * it.
 */
public final class EmbeddedKafkaServer {

    private static final int USAGE = 2;

    private EmbeddedKafkaServer() {}

    /** Takes the data folder and, as a second argument, the port (0 or absent: any). */
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments.length > 2) {
            System.err.println("usage: EmbeddedKafkaServer FOLDER [PORT]");
            System.exit(USAGE);
        }
        try {
            int port = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 0;
            serve(EmbeddedKafka.start(Path.of(arguments[0]), port));
            System.exit(0);
        } catch (IOException | NumberFormatException e) {
            System.err.println("cannot run a broker: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(EmbeddedKafka kafka) throws IOException {
        Thread stop = new Thread(kafka::close, "stop-kafka");
        Runtime.getRuntime().addShutdownHook(stop);
        System.out.println("READY " + kafka.bootstrapServers());
        while (System.in.read() >= 0) {
            // Only the end of the input matters.
        }
    }
}
