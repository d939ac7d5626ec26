// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Shows the whole way, from a file to events in Kafka, without anything to install. */
@Command(
        name = "demo",
        description =
                "Start a Kafka of its own and the job, watch videos, print the events as they are"
                        + " read back from Kafka, end with a summary.",
        footer = {"", "Every setting of 'sightline run --help' can be given too."})
final class DemoCommand implements Callable<Integer> {

    /** What the card of the demo reel asks, and what it says is not in it. */
    private static final List<String> REEL_QUERIES =
            List.of(
                    "a cat",
                    "a red coffee cup on a saucer",
                    "a man with a camera on a tripod",
                    "a dog running on a beach",
                    "children playing football",
                    "people swimming in a pool");

    private static final String REEL = "testdata/clips/reel.mp4";
    private static final String REEL_BUDGET = "24";

    /** Its broker is its own, so what fails again and again is a defect. */
    private static final int MOST_RESTARTS = 3;

    @Option(
            names = "--source",
            paramLabel = "FILE|DIR",
            description = "Video to watch instead of the demo reel; can be repeated.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--query",
            paramLabel = "TEXT",
            description = "Text to look for; can be repeated.")
    private List<String> queries = new ArrayList<>();

    @Option(
            names = "--alarm-budget",
            paramLabel = "N",
            description =
                    "False alarms a day that are bearable (default: 24 for the reel, else 1).")
    private String alarmBudget;

    @Option(
            names = "--json",
            description = "One event a line on standard output, everything else on standard error.")
    private boolean json;

    @Option(names = "--keep", description = "Leave the broker running and print its address.")
    private boolean keep;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Unmatched private List<String> more = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        SettingsParser parser = new SettingsParser(System.getenv());
        Sources.check(parser.parse(arguments()), System.err::println); // before a broker is started for nothing
        try (BrokerProcess broker = BrokerProcess.start(keep)) {
            Thread stop = new Thread(broker::close, "stop-broker");
            Runtime.getRuntime().addShutdownHook(stop);
            List<String> arguments = arguments();
            arguments.add("--kafka.bootstrap.servers=" + broker.address());
            Settings settings = parser.parse(arguments);
            int code = new JobWatch(settings, MOST_RESTARTS, json).run();
            if (keep) {
                System.err.printf(
                        "%nKafka goes on at %s; 'kill %d' stops it.%n",
                        broker.address(), broker.pid());
            }
            Runtime.getRuntime().removeShutdownHook(stop);
            return code;
        }
    }

    private List<String> arguments() {
        boolean reel = sources.isEmpty();
        List<String> arguments = new ArrayList<>(more);
        String home = System.getenv().getOrDefault("SIGHTLINE_HOME", ".");
        (reel ? List.of(home + "/" + REEL) : sources)
                .forEach(source -> arguments.add("--source=" + source));
        (reel && queries.isEmpty() ? REEL_QUERIES : queries)
                .forEach(query -> arguments.add("--query=" + query));
        if (alarmBudget != null || reel) {
            arguments.add("--alarm-budget=" + (alarmBudget == null ? REEL_BUDGET : alarmBudget));
        }
        return arguments;
    }
}
