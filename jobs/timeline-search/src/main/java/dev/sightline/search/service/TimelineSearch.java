// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command {@code timeline-search}: runs the service until it is interrupted. */
public final class TimelineSearch {

    static final int STOPPED = 0;
    static final int FAILED = 1;
    static final int WRONG_SETTINGS = 2;

    /** For programs that start it, so that it does not outlive them. */
    private static final String UNTIL_STDIN_CLOSES = "--until-stdin-closes";

    private static final Duration LONGEST_STOP = Duration.ofMillis(4800);

    private TimelineSearch() {}

    /** Runs it and exits with its code. */
    public static void main(String[] arguments) {
        // By its own name, so that programs with this one on their class path keep theirs.
        if (System.getProperty("log4j2.configurationFile") == null) {
            System.setProperty(
                    "log4j2.configurationFile",
                    "classpath:dev/sightline/search/service/log4j2.properties");
        }
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(SettingsParser.help());
            return STOPPED;
        } else if (arguments.contains("--version") || arguments.contains("-V")) {
            String version = TimelineSearch.class.getPackage().getImplementationVersion();
            out.println("timeline-search " + (version == null ? "dev" : version));
            return STOPPED;
        }
        try {
            List<String> settings = new ArrayList<>(arguments);
            boolean watching = settings.remove(UNTIL_STDIN_CLOSES);
            return serve(new SettingsParser(System.getenv()).parse(settings), watching, out);
        } catch (SettingsException e) {
            err.println("timeline-search: " + e.getMessage());
            return WRONG_SETTINGS;
        } catch (IOException e) {
            err.println("timeline-search: " + e.getMessage()); // which says what to do
            return FAILED;
        } catch (RuntimeException e) {
            logger().error("the service failed", e);
            err.println("timeline-search: " + said(e));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** Javalin wraps what the operating system said, such as that the port is taken. */
    private static String said(Exception failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }

    private static int serve(SearchSettings settings, boolean watching, PrintStream out)
            throws IOException, InterruptedException {
        logger().info("{}", settings);
        SearchService service = started(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        EndSignals.exitWith(STOPPED); // asked to stop, it has not failed
        out.println("timeline search at http://" + address(settings, service.port()) + "/");
        out.flush();
        if (watching) {
            System.in.transferTo(OutputStream.nullOutputStream());
        } else {
            new CountDownLatch(1).await();
        }
        return STOPPED;
    }

    /** What is wrong with the address only the operating system knows. */
    private static SearchService started(SearchSettings settings) throws IOException {
        try {
            return SearchService.start(settings);
        } catch (JavalinBindException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            throw new IOException(
                    "cannot answer at "
                            + address(settings, settings.listen().getPort())
                            + " ("
                            + root.getMessage()
                            + "); choose another with --listen ADDRESS:PORT",
                    e);
        }
    }

    private static String address(SearchSettings settings, int port) {
        InetAddress address = settings.listen().getAddress();
        String text = address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
    }

    /** Without a halt, unless something hangs: files that the model unpacked are deleted last. */
    private static void stop(SearchService service) {
        Thread patience = new Thread(TimelineSearch::haltLater, "halt-later");
        patience.setDaemon(true);
        patience.start();
        service.close();
    }

    private static void haltLater() {
        try {
            Thread.sleep(LONGEST_STOP.toMillis());
            Runtime.getRuntime().halt(FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not a constant: that would read the log's configuration before it is named. */
    private static Logger logger() {
        return LoggerFactory.getLogger(TimelineSearch.class);
    }
}
