// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.time.Duration;
import java.util.Objects;

/**
 * What a query's raw scores mean, from how it scores on a background, whichever that is.
 *
 * <p>The tail is that of a normal distribution. What lies left of the mode, where no positives are,
 * agrees with it: pooled over 40 queries on the bundled bank there are 0.85 times as many scores
 * two deviations out as it says, and 0.57 times as many three deviations out, so it is not too
 * light. The right side cannot be used: it has the query's positives, and pictures much like them.
 * An expected number of false alarms is therefore about pictures unlike the query; look-alikes come
 * on top.
 *
 * @param background how the query scores where it is not shown
 * @param interval time between two samples; greater than 0
 */
public record Calibration(ScoreDistribution background, Duration interval) {

    /** The share of samples that show a query before anything is known about it. */
    private static final double PRIOR = 1e-3;

    /**
     * Where a match ends, as a share of the way from the background's mode to the enter threshold.
     * Within one scene single samples fall that low while it still shows the query.
     */
    private static final double EXIT_SHARE = 2.0 / 3;

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    /** Refuses absent parts and an interval that is not positive. */
    public Calibration {
        Objects.requireNonNull(background, "background");
        if (interval.toMillis() <= 0) {
            throw new IllegalArgumentException("sample interval " + interval);
        }
    }

    /** Distance from the background's mode in its spreads. */
    public double z(double raw) {
        return (raw - background.location()) / background.spread();
    }

    /** The probability that a sample that does not show the query scores at least this, 0 to 1. */
    public double tail(double raw) {
        return GaussianTail.probability(z(raw));
    }

    /**
     * The published score, 0 to 1: the probability that the sample shows the query if one sample in
     * a thousand does. Never falls as {@code raw} rises.
     */
    public double score(double raw) {
        return PRIOR / (PRIOR + tail(raw));
    }

    /**
     * Expected false alarms a day at an enter threshold. Pictures of a background are unrelated, so
     * every sample above the threshold is an episode of its own.
     */
    public double expectedFalseAlarmsPerDay(double threshold) {
        return tail(threshold) * DAY_MS / interval.toMillis();
    }

    /**
     * The lowest thresholds within a budget.
     *
     * @param falseAlarmsPerDay how many are bearable; greater than 0
     * @throws IllegalArgumentException if the budget is not a positive number
     */
    public Thresholds within(double falseAlarmsPerDay) {
        if (!(falseAlarmsPerDay > 0)) {
            throw new IllegalArgumentException("alarm budget per day " + falseAlarmsPerDay);
        }
        double probability = falseAlarmsPerDay * interval.toMillis() / DAY_MS;
        return at(
                background.location() + background.spread() * GaussianTail.deviations(probability));
    }

    /**
     * The thresholds for an enter threshold that the user set.
     *
     * @param enter a cosine, -1 to 1
     */
    public Thresholds at(double enter) {
        double exit = background.location() + EXIT_SHARE * (enter - background.location());
        return new Thresholds(enter, Math.min(enter, exit));
    }
}
