// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.PictureOptions;
import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsException;
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
                "Start a Kafka of its own, the job and the timeline search, watch videos, print the"
                        + " events as they are read back from Kafka, end with a summary.",
        footer = {"", "Every setting of 'sightline run --help' can be given too."})
final class DemoCommand implements Callable<Integer> {

    private static final String LIVE_ID = "live";

    /** Its broker is its own, so what fails again and again is a defect. */
    private static final int MOST_RESTARTS = 3;

    @Option(
            names = "--source",
            paramLabel = "FILE|DIR",
            description = "Video to watch instead of the demo reel; can be repeated.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--live",
            description =
                    "Serve the video as a live HLS stream on this machine, in real time, over and"
                            + " over, and watch that until interrupted.")
    private boolean live;

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

    @Option(
            names = "--keep",
            description =
                    "Leave the broker and the page running and print their addresses, and how to"
                            + " stop them. The pictures go with the broker; without this option"
                            + " they stay in a temporary folder sightline-pictures-..., which"
                            + " nobody but you deletes.")
    private boolean keep;

    @Option(
            names = "--search",
            paramLabel = "true|false",
            arity = "1",
            description =
                    "Whether the timeline search runs beside the job, and its page can be looked at"
                            + " (default: true).")
    private boolean search = true;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Unmatched private List<String> more = new ArrayList<>();

    private final SettingsParser parser = new SettingsParser(System.getenv());
    private volatile BrokerProcess broker;
    private volatile DemoSearch page;
    private volatile JobWatch watch;
    private volatile LiveReel reel;

    @Override
    public Integer call() throws Exception {
        List<String> arguments = arguments();
        return OnInterrupt.during(() -> live ? runLive(arguments) : run(arguments), this::stop);
    }

    private int runLive(List<String> arguments) throws Exception {
        if (sources.size() > 1) {
            throw new SettingsException("--live serves one file; give one --source");
        }
        Path video = sources.isEmpty() ? DemoReel.file() : Path.of(sources.get(0));
        try (LiveReel started = LiveReel.start(video, System.err::println)) {
            reel = started;
            arguments.add("--stream=" + LIVE_ID + "=" + started.uri());
            return run(arguments);
        }
    }

    private int run(List<String> arguments) throws Exception {
        // Before a broker is started for nothing.
        Settings asked = parser.parse(arguments);
        Sources.check(asked, System.err::println);
        try (BrokerProcess started = BrokerProcess.start(keep)) {
            broker = started;
            String address = started.awaitAddress();
            tellOfKept(address);
            arguments.add("--kafka.bootstrap.servers=" + address);
            addPictures(asked, arguments);
            Settings settings = parser.parse(arguments);
            watch = new JobWatch(settings, MOST_RESTARTS, json);
            int code = search ? runWithPage(settings) : watch.run();
            tellOfKept(address);
            return code;
        }
    }

    private int runWithPage(Settings settings) throws Exception {
        try (DemoSearch started = DemoSearch.start(Home.folder(), keep, settings, watch::tell)) {
            page = started;
            int code = watch.run();
            if (keep && started != null) {
                started.tellOfKept();
            }
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
        if (reel != null) {
            reel.close();
        }
        if (page != null) {
            page.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(more);
        if (!live) {
            sources.forEach(source -> arguments.add("--source=" + source));
        }
        queries.forEach(query -> arguments.add("--query=" + query));
        if (alarmBudget != null) {
            arguments.add("--alarm-budget=" + alarmBudget);
        }
        if (sources.isEmpty() && !watchesOtherThings(arguments)) {
            arguments.addAll(DemoReel.questions(parser, arguments));
            if (!live) {
                arguments.add("--source=" + DemoReel.file());
            }
        }
        return arguments;
    }

    private boolean watchesOtherThings(List<String> arguments) {
        return parser.gives(arguments, SourceOptions.SOURCE)
                || parser.gives(arguments, SourceOptions.STREAM);
    }

    /** The user will want to look at them when the demo is over, so that they stay as long. */
    private void addPictures(Settings asked, List<String> arguments) throws IOException {
        if (parser.gives(arguments, PictureOptions.PICTURES)) {
            return;
        }
        Path pictures = keep ? broker.pictures() : Files.createTempDirectory("sightline-pictures-");
        arguments.add("--pictures=" + pictures);
        boolean searchable = search && asked.kafka().embeddings();
        if (searchable && !parser.gives(arguments, PictureOptions.SAMPLE_PICTURES)) {
            arguments.add("--" + PictureOptions.SAMPLE_PICTURES.key() + "=true");
        }
    }
}
