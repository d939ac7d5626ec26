// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark;

import dev.sightline.benchmark.day.DayCommand;
import dev.sightline.benchmark.moments.MomentsCommand;
import dev.sightline.benchmark.queries.QueriesCommand;
import dev.sightline.benchmark.ranges.RangesCommand;
import dev.sightline.benchmark.sampler.SamplerCommand;
import dev.sightline.benchmark.scale.ManyQueriesCommand;
import dev.sightline.benchmark.scenes.ScenesCommand;
import dev.sightline.benchmark.search.SearchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code sightline-benchmark} command. */
@Command(
        name = "sightline-benchmark",
        description = "Measures Sightline, mostly against other programs.",
        subcommands = {
            ScenesCommand.class,
            SamplerCommand.class,
            RangesCommand.class,
            DayCommand.class,
            ManyQueriesCommand.class,
            QueriesCommand.class,
            MomentsCommand.class,
            SearchCommand.class
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the table was printed",
            "1:something could not be measured at all, or what must not grow does",
            "2:the arguments were not understood"
        })
public final class Benchmark {

    private Benchmark() {}

    /** Runs a subcommand and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            command.getErr().println("sightline-benchmark: " + failure);
                            return CommandLine.ExitCode.SOFTWARE;
                        });
    }
}
