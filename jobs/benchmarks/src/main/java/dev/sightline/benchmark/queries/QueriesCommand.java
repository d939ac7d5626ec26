// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.benchmark.clips.Manifest;
import dev.sightline.benchmark.scenes.SightlineDetector;
import dev.sightline.calibration.ControlGroup;
import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.VectorBank;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sightline-benchmark queries}: what standing queries find, and what budgets give. */
@Command(
        name = "queries",
        description = "Finds what clips show, and counts false alarms against their budgets.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class QueriesCommand implements Callable<Integer> {

    private static final int HOUR = 3600;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "MANIFEST",
            description = "JSON: [{\"file\": …, \"caption\": …, \"licence\": …}, …]")
    private List<Path> manifests;

    @Option(
            names = "--model",
            defaultValue = "deploy/models/sightline-mini",
            description = "bundle to embed with; default ${DEFAULT-VALUE}")
    private Path model;

    @Option(
            names = "--hours",
            defaultValue = "2",
            description = "length of each timeline; default ${DEFAULT-VALUE}")
    private double hours;

    @Option(
            names = "--unseen",
            defaultValue = "1000",
            description = "how many sentences that nothing shows; default ${DEFAULT-VALUE}")
    private int unseen;

    @Option(
            names = "--settings",
            split = ",",
            defaultValue = "24,240,1000",
            description = "budgets to find with; default ${DEFAULT-VALUE}")
    private List<Double> settings;

    @Option(
            names = "--budgets",
            split = ",",
            defaultValue = "0.1,1,10",
            description = "budgets to count false alarms with; default ${DEFAULT-VALUE}")
    private List<Double> budgets;

    @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
    private long seed;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        ModelBundle bundle = ModelBundle.load(model);
        Map<String, String> failures = new LinkedHashMap<>();
        List<Shot> shots;
        try (SightlineDetector reader = new SightlineDetector(model)) {
            shots = List.copyOf(Shots.read(Manifest.read(manifests), reader, failures).values());
        }
        failures.forEach((file, why) -> out.println(file + " left out: " + why));
        if (shots.isEmpty()) {
            out.println("no clip could be read");
            return ExitCode.SOFTWARE;
        }
        try (OnnxTextEncoder tower = new OnnxTextEncoder(bundle)) {
            evaluate(bundle, tower, shots, out);
        }
        return ExitCode.OK;
    }

    /** Calibrated with one half of the bank; the other makes clean hours. */
    private void evaluate(
            ModelBundle bundle, OnnxTextEncoder tower, List<Shot> shots, PrintWriter out)
            throws InterruptedException {
        VectorBank bank = bundle.background().orElseThrow();
        QueryTextEncoder encoder = new QueryTextEncoder(tower, bundle.templates());
        VectorBank control =
                bundle.control(ControlGroup.phrases(bundle.templates()))
                        .orElseGet(() -> ControlGroup.encoded(encoder::encode, bundle.dimension()));
        ModelCalibration calibration = ModelCalibration.of(everySecond(bank, 0), control);
        Follower follower = new Follower(calibration, bundle.manifest().logitScale());
        Queries queries = new Queries(calibration, encoder);
        Random random = new Random(seed);
        int seconds = (int) (hours * HOUR);
        Timeline clips = Timeline.shuffled(shots, seconds, random);
        Timeline pictures =
                Timeline.shuffled(
                        HeldPictures.of(everySecond(bank, 1), random), 2 * seconds, random);
        List<String> nothing = Queries.unseen().stream().limit(unseen).toList();
        Findings findings = new Findings(queries, follower, clips, nothing, pictures);
        List<String> captions = texts(shots, 0, 1);
        List<String> parts = texts(shots, 1, Integer.MAX_VALUE);
        print(
                out,
                QueriesTable.found(
                        captions.size() + " captions", findings.rows(captions, settings)));
        print(
                out,
                QueriesTable.found(
                        parts.size() + " parts of captions", findings.rows(parts, settings)));
        Budgets counting = new Budgets(queries, follower, nothing);
        List<BudgetRow> rows = new ArrayList<>();
        rows.addAll(counting.rows("pictures", pictures, budgets));
        rows.addAll(counting.rows("clips", clips, budgets));
        print(out, QueriesTable.budgets(rows));
    }

    private static void print(PrintWriter out, List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** Captions come first among a shot's texts. */
    private static List<String> texts(List<Shot> shots, int from, int to) {
        return shots.stream()
                .flatMap(shot -> shot.shows().stream().skip(from).limit(to))
                .distinct()
                .toList();
    }

    private static VectorBank everySecond(VectorBank bank, int first) {
        List<float[]> vectors = new ArrayList<>();
        for (int row = first; row < bank.count(); row += 2) {
            vectors.add(bank.vector(row));
        }
        return VectorBank.of(vectors, bank.dimension());
    }
}
