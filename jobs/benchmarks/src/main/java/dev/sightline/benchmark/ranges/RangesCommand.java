// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.ranges;

import dev.sightline.benchmark.process.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sightline-benchmark ranges}: one long file, read by one slot and by several. */
@Command(
        name = "ranges",
        description = "Compares how long the job takes for one long file on one slot and on more.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RangesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a video, one that 'sampler' made for example")
    private Path video;

    @Option(
            names = "--times",
            defaultValue = "8",
            description = "the long file is the video so many times; default ${DEFAULT-VALUE}")
    private int times;

    @Option(
            names = "--slots",
            split = ",",
            defaultValue = "1,2",
            description = "default ${DEFAULT-VALUE}; all are compared with the first")
    private List<Integer> slots;

    @Option(
            names = "--range-length",
            defaultValue = "PT2M",
            description =
                    "what a slot reads at a time at least; default ${DEFAULT-VALUE}, as the job's")
    private Duration rangeLength;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "each number of slots runs so often, by turns; default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--launcher",
            defaultValue = "deploy/bin/sightline",
            description = "starts the job; default ${DEFAULT-VALUE}")
    private Path launcher;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path file = Files.createTempFile("sightline-ranges", ".mp4");
        try {
            LongVideo.write(Programs.ffmpeg(), video, times, file);
            JobRun job = new JobRun(launcher.toAbsolutePath(), file, rangeLength);
            RangesTable.lines(runs(job, out)).forEach(out::println);
            out.flush();
        } finally {
            Files.delete(file);
        }
        return ExitCode.OK;
    }

    private Map<Integer, List<JobRun.Result>> runs(JobRun job, PrintWriter out)
            throws IOException, InterruptedException {
        Map<Integer, List<JobRun.Result>> runs = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (int number : slots) {
                out.printf("round %d of %d: %d slots%n", round, rounds, number);
                out.flush();
                runs.computeIfAbsent(number, none -> new ArrayList<>()).add(job.run(number));
            }
        }
        return runs;
    }
}
