// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.TimeRange.Moment;
import dev.sightline.event.QueryRequest;
import dev.sightline.job.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a query would have found. */
@Command(
        name = "backtest",
        description =
                "Say how often a query would have matched in what was watched, from the vectors in"
                        + " video.embeddings.v1, and what other budgets would give.",
        footer = {
            "",
            "Samples before --from tell what a stream usually shows; the query counts from there."
                    + " So everything is read from its beginning, however late --from is.",
            "Matches that were called wrong ('sightline queries wrong') are not taken into account:"
                    + " with them the job asks for more than this.",
            "Exit codes: 0 done, 1 nothing to compare with or failed, 2 wrong usage."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final List<Double> BUDGETS = List.of(0.1, 1.0, 10.0, 100.0);
    private static final int MOST_BUDGETS = 16;

    @Mixin private AskedQuery asked;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = MomentConverter.class,
            description =
                    "Where to begin: a wall time such as 2026-11-24T18:00:00Z, or a time since a"
                            + " stream's start such as 90s (default: the first sample).")
    private Moment from;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = MomentConverter.class,
            description = "Where to end, likewise (default: behind the last sample).")
    private Moment to;

    @Option(
            names = "--budgets",
            paramLabel = "N",
            split = ",",
            description = "False alarms a day to try besides 0.1, 1, 10 and 100.")
    private List<Double> budgets = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "Events to read instead of Kafka's, as 'sightline events --json' prints them;"
                            + " can be repeated, in the order of time.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "The bundle that made the vectors (default: the bundled model).")
    private Path model;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "Distance of the samples (default: ${DEFAULT-VALUE}).")
    private Duration interval;

    @Option(names = "--json", description = "The result as JSON.")
    private boolean json;

    @Mixin private KafkaClient kafka;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        QueryRequest request = asked.request();
        check();
        EventStore store =
                files.isEmpty() ? new TopicStore(kafka.properties()) : new FileStore(files);
        Backtest test =
                new Backtest(
                        ModelCommand.folder(model), interval, new TimeRange(from, to), tried());
        BackTestResult result = test.run(request, store);
        System.out.print(json ? BacktestJson.of(result) : BacktestTable.of(result));
        return 0;
    }

    private void check() {
        if (interval.isZero() || interval.isNegative()) {
            throw new SettingsException("--interval has to be a time above 0");
        }
        if (budgets.size() > MOST_BUDGETS
                || budgets.stream().anyMatch(budget -> !(budget > 0) || budget.isInfinite())) {
            throw new SettingsException(
                    "--budgets has to be numbers above 0, at most " + MOST_BUDGETS);
        }
    }

    private List<Double> tried() {
        List<Double> tried = new ArrayList<>(BUDGETS);
        tried.addAll(budgets);
        return tried;
    }
}
