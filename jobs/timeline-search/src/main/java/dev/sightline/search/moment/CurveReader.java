// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.Vectors;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.query.SampleInterval;
import dev.sightline.search.query.Sought;
import dev.sightline.search.timeline.IndexedSample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Compares all samples of an epoch with what is looked for. */
final class CurveReader {

    private static final double[] BUDGETS = {0.1, 1, 10, 100};
    private static final double HOUR_MS = Duration.ofHours(1).toMillis();

    private final TimelineIndex index;

    CurveReader(TimelineIndex index) {
        this.index = index;
    }

    ScoreCurve read(Sought sought, String streamId, long epoch) throws IOException {
        List<ScoreCurve.Point> points = new ArrayList<>();
        SampleInterval interval = new SampleInterval();
        index.forEach(
                sought.model().digest(),
                SampleFilter.of(streamId),
                sample -> {
                    if (sample.stream().epoch() == epoch) {
                        interval.accept(sample.sample());
                        points.add(point(sought, sample));
                    }
                });
        Duration apart = interval.get();
        return new ScoreCurve(
                sought.model().digest(),
                apart.toMillis(),
                points.size() * apart.toMillis() / HOUR_MS,
                points,
                DoubleStream.of(BUDGETS).mapToObj(budget -> level(sought, budget, apart)).toList());
    }

    private static ScoreCurve.Point point(Sought sought, IndexedSample sample) {
        float[] vector = sample.sample().vector();
        double cosine = Vectors.dot(sought.vector(), vector);
        double score = sought.excludes(vector, cosine) ? 0 : sought.score(vector, cosine);
        return new ScoreCurve.Point(sample.sample().time().mediaMs(), score, cosine, sample.id());
    }

    private static ScoreCurve.Level level(Sought sought, double budget, Duration apart) {
        ModelCalibration calibration = sought.model().calibration();
        double evidence = calibration.coldEnter(budget, apart);
        return new ScoreCurve.Level(
                budget, calibration.score(evidence), calibration.cosine(sought.term(), evidence));
    }
}
