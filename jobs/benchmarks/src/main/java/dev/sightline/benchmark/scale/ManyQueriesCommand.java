// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scale;

import dev.sightline.calibration.ControlGroup;
import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.clip.VectorBank;
import dev.sightline.match.ActiveQueries;
import dev.sightline.match.MatchSample;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sightline-benchmark many-queries}: what following many queries on one stream costs. */
@Command(
        name = "many-queries",
        description = "Measures what many standing queries on one stream cost.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ManyQueriesCommand implements Callable<Integer> {

    private static final int EMBEDDED_BATCHES = 20;

    @Spec private CommandSpec spec;

    @Option(
            names = "--counts",
            split = ",",
            defaultValue = "1,100,1000,10000",
            description = "numbers of queries; default ${DEFAULT-VALUE}")
    private List<Integer> counts;

    @Option(
            names = "--samples",
            defaultValue = "600",
            description = "samples that are measured, after as many that are not")
    private int samples;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "decides what is drawn; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--model",
            defaultValue = "deploy/models/sightline-mini",
            description = "gives pictures and sentences; default ${DEFAULT-VALUE}")
    private Path model;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        ModelBundle bundle = ModelBundle.load(model);
        ManyQueries many = many(bundle);
        FollowedStream followed = new FollowedStream(many, bundle.manifest().logitScale());
        List<MatchSample> stream = many.stream(2 * samples);
        FollowedStream.Cost none = followed.follow(new ActiveQueries(List.of()), stream, samples);
        double embeddingMs = EmbeddingCost.ms(bundle, EMBEDDED_BATCHES);
        out.printf(
                "embedding a sample %.2f ms; without queries %.3f ms a sample, %d bytes a stream%n",
                embeddingMs, none.meanMs(), none.stateBytes());
        out.println(ScaleTable.header());
        for (int count : counts) {
            FollowedStream.Cost cost = followed.follow(many.queries(count), stream, samples);
            out.println(ScaleTable.line(count, cost, embeddingMs, none.stateBytes()));
            out.flush();
        }
        return ExitCode.OK;
    }

    private ManyQueries many(ModelBundle bundle) {
        VectorBank pictures =
                bundle.background()
                        .orElseThrow(() -> new ModelException(model + " has no background"));
        try (OnnxTextEncoder tower = new OnnxTextEncoder(bundle)) {
            QueryTextEncoder texts = new QueryTextEncoder(tower, bundle.templates());
            VectorBank sentences =
                    bundle.control(ControlGroup.phrases(bundle.templates()))
                            .orElseGet(
                                    () -> ControlGroup.encoded(texts::encode, bundle.dimension()));
            ModelCalibration calibration = ModelCalibration.of(pictures, sentences);
            return new ManyQueries(calibration, pictures, sentences, seed);
        }
    }
}
