// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.Vectors;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.query.SampleInterval;
import dev.sightline.search.query.Sought;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.DoubleStream;

/** Compares all samples of an epoch with what is looked for. */
final class CurveReader {

    /** More than a screen has columns; of 256 dimensions, 20 MB of vectors, and two run at once. */
    private static final int MOST_POINTS = 20_000;

    private static final double[] BUDGETS = {0.1, 1, 10, 100};
    private static final double HOUR_MS = Duration.ofHours(1).toMillis();

    private final TimelineIndex index;
    private final int mostPoints;

    CurveReader(TimelineIndex index) {
        this(index, MOST_POINTS);
    }

    CurveReader(TimelineIndex index, int mostPoints) {
        this.index = index;
        this.mostPoints = mostPoints;
    }

    ScoreCurve read(Sought sought, String streamId, long epoch) throws IOException {
        CurvePoints points = new CurvePoints(sought, mostPoints);
        SampleInterval interval = new SampleInterval();
        long[] samples = new long[1];
        index.forEach(
                sought.model().digest(),
                SampleFilter.of(streamId, epoch),
                sample -> {
                    interval.accept(sample.sample());
                    points.accept(
                            sample,
                            Vectors.dot(sought.vector(), sample.sample().vector()),
                            interval.get().toMillis());
                    samples[0]++;
                });
        Duration apart = interval.get();
        return new ScoreCurve(
                sought.model().digest(),
                apart.toMillis(),
                samples[0] * apart.toMillis() / HOUR_MS,
                points.stretchMs(),
                points.scored(),
                DoubleStream.of(BUDGETS).mapToObj(budget -> level(sought, budget, apart)).toList());
    }

    private static ScoreCurve.Level level(Sought sought, double budget, Duration apart) {
        ModelCalibration calibration = sought.model().calibration();
        double evidence = calibration.coldEnter(budget, apart);
        return new ScoreCurve.Level(
                budget, calibration.score(evidence), calibration.cosine(sought.term(), evidence));
    }
}
