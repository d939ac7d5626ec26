// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.clip.ModelBundle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sightline-benchmark day}: whether a stream's day leaves anything behind. */
@Command(
        name = "day",
        description = "Runs a simulated day of one live stream and measures state and memory.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DayCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--length",
            defaultValue = "PT24H",
            description = "how much time is simulated; default ${DEFAULT-VALUE}")
    private Duration length;

    @Option(
            names = "--step",
            defaultValue = "PT1H",
            description = "distance of measurements; default ${DEFAULT-VALUE}")
    private Duration step;

    @Option(
            names = "--tolerance",
            defaultValue = "0.05",
            description =
                    "share by which state, heap and resident memory may be larger in the end;"
                            + " default ${DEFAULT-VALUE}")
    private double tolerance;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "decides what happens; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--model",
            defaultValue = "deploy/models/sightline-mini",
            description = "arms the queries; default ${DEFAULT-VALUE}")
    private Path model;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.println(DayTable.header());
        out.flush();
        Simulation simulation =
                new Simulation(ModelBundle.load(model), new DayRun(length, step), seed);
        List<Flatness> judged =
                Flatness.of(
                        simulation.measure(StubEncoder::new, next -> print(out, next)), tolerance);
        judged.forEach(out::println);
        out.flush();
        return judged.stream().allMatch(Flatness::isFlat) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, Measurement measured) {
        out.println(DayTable.line(measured));
        out.flush();
    }
}
