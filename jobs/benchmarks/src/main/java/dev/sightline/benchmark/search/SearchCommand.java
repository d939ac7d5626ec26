// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import dev.sightline.benchmark.process.TemporaryFolder;
import dev.sightline.search.index.IndexSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sightline-benchmark search}: the index of the timeline search beside NumPy. */
@Command(
        name = "search",
        description = "Searches generated vectors with the timeline search's index and NumPy.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SearchCommand implements Callable<Integer> {

    private static final int TOP = 20;
    private static final int LONGEST = 4096;
    private static final int MOST = 20_000_000;
    private static final String EXACT = "Sightline exact";
    private static final String GRAPH = "Sightline graph";

    @Spec private CommandSpec spec;

    @Option(
            names = "--samples",
            defaultValue = "1000000",
            description = "how many vectors, 1,000 to 20,000,000; default ${DEFAULT-VALUE}")
    private int samples;

    @Option(
            names = "--dim",
            defaultValue = "256",
            description = "length of a vector, 2 to 4096; default ${DEFAULT-VALUE}")
    private int dimension;

    @Option(
            names = "--streams",
            defaultValue = "100",
            description = "that the vectors are samples of; default ${DEFAULT-VALUE}")
    private int streams;

    @Option(
            names = "--vectors",
            defaultValue = "uniform",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private VectorKind kind;

    @Option(
            names = "--graph",
            description = "an index with HNSW graphs, too; writing it takes long")
    private boolean graph;

    @Option(
            names = "--block",
            defaultValue = "20",
            description = "questions of a turn; default ${DEFAULT-VALUE}")
    private int block;

    @Option(
            names = "--blocks",
            defaultValue = "10",
            description = "turns of each, after one that does not count; default ${DEFAULT-VALUE}")
    private int blocks;

    @Option(
            names = "--python",
            defaultValue = "python3",
            description = "a Python that has NumPy; default ${DEFAULT-VALUE}")
    private String python;

    @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
    private long seed;

    @Override
    public Integer call() throws Exception {
        check();
        try (TemporaryFolder folder = TemporaryFolder.create("sightline-search")) {
            measure(folder.path());
        }
        return ExitCode.OK;
    }

    private void check() {
        check(samples >= 1000 && samples <= MOST, "--samples has to be 1,000 to 20,000,000");
        check(dimension >= 2 && dimension <= LONGEST, "--dim has to be 2 to 4096");
        check(streams >= 1 && streams <= samples, "--streams has to be 1 to --samples");
        check(block >= 1 && blocks >= 1, "--block and --blocks have to be at least 1");
    }

    private void check(boolean fits, String problem) {
        if (!fits) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }

    private void measure(Path folder) throws IOException {
        Turns turns = new Turns(block, blocks);
        say("making " + samples + " vectors");
        GeneratedVectors generated = new GeneratedVectors(kind, dimension, seed);
        Workload workload =
                Workload.write(folder, generated, samples, streams, turns.questions(), TOP);
        say("looking for the true neighbours");
        TrueNeighbours truth = TrueNeighbours.of(workload);
        try (SearchRun run = new SearchRun(workload, this::say)) {
            run.addIndex(EXACT, folder.resolve("exact"), samples);
            if (graph) {
                run.addIndex(GRAPH, folder.resolve("graph"), 0);
            }
            run.addNumpy(python);
            double before = load();
            SearchTable table = run.ask(turns, truth);
            PrintWriter out = spec.commandLine().getOut();
            out.println(header(turns));
            out.printf(
                    Locale.ROOT,
                    "%d threads; load average %.1f before, %.1f after; %s%n%n",
                    IndexSettings.DEFAULT.threads(),
                    before,
                    load(),
                    run.versions());
            table.lines().forEach(out::println);
            out.println(table.goal(EXACT));
            out.flush();
        }
    }

    private String header(Turns turns) {
        return String.format(
                Locale.ROOT,
                "%,d %s vectors of %d dimensions in %d streams; the nearest %d; %d questions, %d a"
                        + " turn",
                samples,
                kind.name().toLowerCase(Locale.ROOT),
                dimension,
                streams,
                TOP,
                turns.block() * turns.blocks(),
                turns.block());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void say(String progress) {
        spec.commandLine().getErr().println(progress);
        spec.commandLine().getErr().flush();
    }
}
