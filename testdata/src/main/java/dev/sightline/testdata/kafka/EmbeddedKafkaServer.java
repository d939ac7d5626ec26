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

    /** Third argument of a broker that goes on when its standard input ends. */
    public static final String DETACHED = "detached";

    private static final int USAGE = 2;

    private EmbeddedKafkaServer() {}

    /** Takes the data folder, the port (0 or absent: any) and, maybe, {@link #DETACHED}. */
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments.length > 3) {
            System.err.println("usage: EmbeddedKafkaServer FOLDER [PORT [detached]]");
            System.exit(USAGE);
        }
        try {
            int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
            boolean detached = arguments.length == 3 && arguments[2].equals(DETACHED);
            serve(EmbeddedKafka.start(Path.of(arguments[0]), port), detached);
            System.exit(0);
        } catch (IOException | NumberFormatException | InterruptedException e) {
            System.err.println("cannot run a broker: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void serve(EmbeddedKafka kafka, boolean detached)
            throws IOException, InterruptedException {
        Thread stop = new Thread(kafka::close, "stop-kafka");
        Runtime.getRuntime().addShutdownHook(stop);
        System.out.println("READY " + kafka.bootstrapServers());
        if (detached) {
            Thread.currentThread().join();
        }
        while (System.in.read() >= 0) {
            // Only the end of the input matters.
        }
    }
}
