// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.QueryRequest;
import dev.sightline.video.StreamGlobs;
import java.time.Duration;

/**
 * A query with its vector and its calibration.
 *
 * @param request what the user asked for
 * @param vector unit vector of the model's dimension
 * @param background how it scores on pictures that do not show it
 * @param thresholds where a match begins and ends
 * @param intervalMs distance of samples
 * @param sequence of the control record that it came with; a higher one replaces a lower one
 */
public record ArmedQuery(
        QueryRequest request,
        float[] vector,
        ScoreDistribution background,
        Thresholds thresholds,
        long intervalMs,
        long sequence) {

    /** The same query, from another control record. */
    ArmedQuery at(long otherSequence) {
        return new ArmedQuery(request, vector, background, thresholds, intervalMs, otherSequence);
    }

    /** Turns raw scores into probabilities. */
    public Calibration calibration() {
        return new Calibration(background, Duration.ofMillis(intervalMs));
    }

    /** Expected false alarms a day on one stream at the threshold in force. */
    public double expectedFalseAlarmsPerDay() {
        return calibration().expectedFalseAlarmsPerDay(thresholds.enter());
    }

    /** Follows the query on one stream. */
    public MatchTracker tracker() {
        return new MatchTracker(
                new MatchRules(
                        thresholds, request.minDurationMs(), request.cooldownMs(), intervalMs));
    }

    /** Whether the query is for a stream. */
    public boolean appliesTo(String streamId) {
        return new StreamGlobs(request.streams()).include(streamId);
    }
}
