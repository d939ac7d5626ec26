// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import java.util.List;

/**
 * How well the samples of an epoch show what was looked for.
 *
 * @param model digest of the model that was asked
 * @param intervalMs distance of samples in milliseconds
 * @param coveredHours what the samples stand for, an interval each
 * @param bucketMs 0 if all samples are among the points; where there are more than 20,000, length
 *     in milliseconds of the stretches of time of which only the best one is
 * @param points in the order of time; none where the epoch has no samples
 * @param levels what the job would ask for, the most false alarms last
 */
public record ScoreCurve(
        String model,
        long intervalMs,
        double coveredHours,
        long bucketMs,
        List<Point> points,
        List<Level> levels) {

    /**
     * A sample.
     *
     * @param mediaMs its time in milliseconds of media time
     * @param score 0 to 1, as of a stream of which nothing is known; 0 where something shows that
     *     must not
     * @param cosine -1 to 1
     * @param id of the sample
     * @param lasting the score that all samples of two seconds reach somewhere in the stretch that
     *     the point stands for, by which alerts are to be counted; the same as {@code score} where
     *     all samples are among the points
     */
    public record Point(long mediaMs, double score, double cosine, String id, double lasting) {}

    /**
     * A budget, and from where on a standing query that is new would match with it. A job that has
     * watched a stream for long asks for more or less, as the stream is; a back-test tells that.
     *
     * @param falseAlarmsPerDay the budget
     * @param score from there on, 0 to 1
     * @param cosine the same, on a picture that matches as much as most do
     */
    public record Level(double falseAlarmsPerDay, double score, double cosine) {}

    /** Takes the lists as they are. */
    public ScoreCurve {
        points = List.copyOf(points);
        levels = List.copyOf(levels);
    }

    /** Whether there are more samples than points. */
    public boolean thinned() {
        return bucketMs > 0;
    }
}
