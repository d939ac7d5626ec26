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
 * @param peak the sample that shows it best
 * @param strongest evidence that a sample of it or the scene of one gave
 * @param samples how many samples show it, weaker ones between them left out
 */
public record MatchInterval(
        long startK,
        MediaTime start,
        long endK,
        MediaTime end,
        Peak peak,
        double strongest,
        int samples) {

    static MatchInterval from(Observation first) {
        return new MatchInterval(
                first.k(),
                first.time(),
                first.k(),
                first.time(),
                Peak.of(first),
                first.support(),
                1);
    }

    MatchInterval extendedTo(Observation shown) {
        boolean better = shown.own() > peak.evidence();
        return new MatchInterval(
                startK,
                start,
                shown.k(),
                shown.time(),
                better ? Peak.of(shown) : peak,
                Math.max(strongest, shown.support()),
                samples + 1);
    }

    /** The same, begun with another one before it. */
    MatchInterval begunWith(MatchInterval first) {
        return new MatchInterval(
                first.startK, first.start, endK, end, peak, strongest, first.samples + samples);
    }

    /** What it covers: each sample stands for one sample interval. */
    long coveredMs(long intervalMs) {
        return (endK - startK + 1) * intervalMs;
    }
}
