// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single-node Kafka in KRaft mode, on the loopback address. What it stored stays in its folder: a
 * node started again on the same folder and port goes on.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int TRIES = 5;

    /** Where free ports come from. */
    @FunctionalInterface
    interface Ports {
        int next() throws IOException;
    }

    private final int port;
    private final KafkaRaftServer server;

    private EmbeddedKafka(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Starts a node on a free port.
     *
     * @param folder for its data; created if it is not there
     * @throws IOException if the folder cannot be prepared or no port can be had
     */
    public static EmbeddedKafka start(Path folder) throws IOException {
        return start(folder, 0);
    }

    /**
     * Starts a node.
     *
     * @param brokerPort where it listens; 0 for a free port
     * @throws IOException if the folder cannot be prepared or the port cannot be had
     */
    public static EmbeddedKafka start(Path folder, int brokerPort) throws IOException {
        return start(folder, brokerPort, EmbeddedKafka::freePort);
    }

    /** Somebody may take a port between our look and the server's; then others are tried. */
    static EmbeddedKafka start(Path folder, int brokerPort, Ports free) throws IOException {
        format(folder);
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            int port = brokerPort == 0 ? free.next() : brokerPort;
            try {
                return new EmbeddedKafka(port, run(folder, port, free.next()));
            } catch (BindException e) {
                last = e;
            }
        }
        throw last;
    }

    private static KafkaRaftServer run(Path folder, int brokerPort, int controllerPort)
            throws IOException {
        KafkaRaftServer server = null;
        try {
            Properties properties = BrokerProperties.of(folder, brokerPort, controllerPort);
            server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            startup(server);
            return server;
        } catch (Exception e) {
            // Not only runtime exceptions: Scala does not declare what it throws.
            if (server != null) {
                server.shutdown();
                server.awaitShutdown();
            }
            throw explained(folder, e);
        }
    }

    /**
     * A controller that cannot start halts the JVM, which may be a test's. While it starts, a halt
     * does nothing, so that Kafka goes on to throw what went wrong.
     */
    private static synchronized void startup(KafkaRaftServer server) {
        Exit.setHaltProcedure((status, message) -> {});
        try {
            server.startup();
        } finally {
            // Kafka's own reset would make every later halt an exception.
            Exit.setHaltProcedure((status, message) -> Runtime.getRuntime().halt(status));
        }
    }

    private static IOException explained(Path folder, Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = "Kafka cannot start in " + folder + ": " + root.getMessage();
        IOException explained =
                root instanceof BindException
                        ? new BindException(message)
                        : new IOException(message);
        explained.initCause(failure);
        return explained;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void format(Path folder) throws IOException {
        if (Files.exists(folder.resolve("metadata/meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        try (PrintStream silence =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silence)
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(
                            List.of(
                                    folder.resolve("logs").toString(),
                                    folder.resolve("metadata").toString()))
                    .setMetadataLogDirectory(folder.resolve("metadata").toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .run();
        } catch (Exception e) {
            throw explained(folder, e);
        }
    }

    /** Where clients connect to, as {@code host:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The broker's port. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
