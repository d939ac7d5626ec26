// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.RealVectors;
import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.clip.ModelBundle;
import dev.sightline.event.QueryRequest;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.ArmedStep;
import dev.sightline.match.CalibratedModel;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.time.Duration;
import java.util.List;

/** The demo reel as its samples are stored; the cat is in samples 0 to 4 and 35 to 39. */
final class StoredReel {

    static final String DIGEST = "sha256:one";
    static final Duration SECOND = Duration.ofSeconds(1);
    static final StreamRef FILE = new StreamRef("reel", 7, "file:///reel", SourceKind.FILE, "7-f");
    static final CalibratedModel MODEL = model();

    /** Its cuts, and one scene that became another. */
    static final List<StoredChange> CHANGES =
            List.of(5000L, 10_000L, 26_500L, 31_000L, 35_000L).stream()
                    .map(ms -> change(StoredChange.Kind.CUT, ms))
                    .toList();

    private StoredReel() {}

    private static CalibratedModel model() {
        ModelBundle bundle = ModelBundle.load(Repository.model());
        return new CalibratedModel(
                ModelCalibration.of(
                        bundle,
                        text -> {
                            throw new AssertionError("the bundle brings the control group");
                        }),
                bundle.manifest().logitScale());
    }

    static StoredChange change(StoredChange.Kind kind, long ms) {
        return new StoredChange(FILE.streamId(), FILE.epoch(), kind, ms, ms);
    }

    static List<StoredSample> samples(StreamRef stream) {
        return RealVectors.reel().stream()
                .map(
                        sample ->
                                new StoredSample(
                                        stream,
                                        DIGEST,
                                        sample.k(),
                                        sample.time(),
                                        sample.vector(),
                                        "file:///samples/" + sample.k()))
                .toList();
    }

    static Term term(String text) {
        return MODEL.calibration().term(RealVectors.queries().get(text));
    }

    static ArmedQuery query(String text, double budget) {
        return armed(QueryRequest.ofText(text, text, budget), text);
    }

    static ArmedQuery armed(QueryRequest request, String text) {
        return new ArmedQuery(
                request,
                List.of(new ArmedStep(List.of(term(text)), List.of(), 0)),
                List.of(),
                new ArmedQuery.ColdThreshold(0.3, 48),
                0);
    }

    static BackTest backTest(ArmedQuery query, TimeRange range, Double... budgets) {
        return new BackTest(query, MODEL, DIGEST, SECOND, range, List.of(budgets), CHANGES);
    }

    static BackTestResult result(BackTest test, List<StoredSample> samples)
            throws InterruptedException {
        for (StoredSample sample : samples) {
            test.accept(sample);
        }
        return test.finish();
    }

    /** First and last second of each match. */
    static List<String> seconds(BudgetResult result) {
        return result.matches().stream()
                .map(match -> match.start().mediaMs() / 1000 + "-" + match.end().mediaMs() / 1000)
                .toList();
    }
}
