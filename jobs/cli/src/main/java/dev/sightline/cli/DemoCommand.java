// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.PictureOptions;
import dev.sightline.job.settings.QueryOptions;
import dev.sightline.job.settings.SettingsParser;
import dev.sightline.job.settings.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final SettingsParser parser = new SettingsParser(System.getenv());
    private volatile BrokerProcess broker;
    private volatile JobWatch watch;

    @Override
    public Integer call() throws Exception {
        List<String> arguments = arguments();
        // Before a broker is started for nothing.
        Sources.check(parser.parse(arguments), System.err::println);
        return OnInterrupt.during(() -> run(arguments), this::stop);
    }

    private int run(List<String> arguments) throws Exception {
        try (BrokerProcess started = BrokerProcess.start(keep)) {
            broker = started;
            String address = started.awaitAddress();
            tellOfKept(address);
            arguments.add("--kafka.bootstrap.servers=" + address);
            addPictures(arguments);
            watch = new JobWatch(parser.parse(arguments), MOST_RESTARTS, json);
            int code = watch.run();
            tellOfKept(address);
            return code;
        }
    }

    /** At the start, since the job may go on for ever, and where it can be seen at the end. */
    private void tellOfKept(String address) {
        if (keep) {
            System.err.println("Kafka stays at " + address + "; " + broker.howToStop());
        }
    }

    /** The job first: it needs its broker to end. */
    private void stop() {
        if (watch != null) {
            watch.stop();
        }
        if (broker != null) {
            broker.close();
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(more);
        sources.forEach(source -> arguments.add("--source=" + source));
        queries.forEach(query -> arguments.add("--query=" + query));
        if (alarmBudget != null) {
            arguments.add("--alarm-budget=" + alarmBudget);
        }
        if (!parser.gives(arguments, SourceOptions.SOURCE)) {
            addReel(arguments);
        }
        return arguments;
    }

    private void addReel(List<String> arguments) {
        String home = System.getenv().getOrDefault("SIGHTLINE_HOME", ".");
        boolean asks = parser.gives(arguments, QueryOptions.QUERY);
        boolean budgets = parser.gives(arguments, QueryOptions.ALARM_BUDGET);
        arguments.add("--source=" + home + "/" + REEL);
        if (!asks) {
            REEL_QUERIES.forEach(query -> arguments.add("--query=" + query));
        }
        if (!budgets) {
            arguments.add("--alarm-budget=" + REEL_BUDGET);
        }
    }

    /** The user will want to look at them when the demo is over. */
    private void addPictures(List<String> arguments) throws IOException {
        if (!parser.gives(arguments, PictureOptions.PICTURES)) {
            Path folder = Files.createTempDirectory("sightline-pictures-");
            arguments.add("--pictures=" + folder);
        }
    }
}
