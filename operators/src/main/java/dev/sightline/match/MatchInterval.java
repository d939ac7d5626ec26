// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;

/**
 * Where a query is shown, so far.
 *
 * @param startK grid point of the first sample that shows it
 * @param start that sample's time
 * @param endK grid point of the last sample that shows it
 * @param end that sample's time
 * @param peak time of the sample that scores best
 * @param peakScore its raw score, a cosine
 * @param samples how many samples show it, weaker ones between them left out
 */
public record MatchInterval(
        long startK,
        MediaTime start,
        long endK,
        MediaTime end,
        MediaTime peak,
        float peakScore,
        int samples) {

    static MatchInterval from(Observation first) {
        return new MatchInterval(
                first.k(), first.time(), first.k(), first.time(), first.time(), first.score(), 1);
    }

    MatchInterval extendedTo(Observation shown) {
        boolean better = shown.score() > peakScore;
        return new MatchInterval(
                startK,
                start,
                shown.k(),
                shown.time(),
                better ? shown.time() : peak,
                better ? shown.score() : peakScore,
                samples + 1);
    }

    /** What it covers: each sample stands for one sample interval. */
    long coveredMs(long intervalMs) {
        return (endK - startK + 1) * intervalMs;
    }
}
