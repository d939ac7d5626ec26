// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.match.CloseReason;
import dev.sightline.match.MatchInterval;
import dev.sightline.match.Meaning;
import dev.sightline.match.Peak;
import dev.sightline.match.ToldMatch;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;

/**
 * An interval in which the query would have matched.
 *
 * @param stream where
 * @param start first sample that shows it
 * @param peak sample that shows it best
 * @param end last sample that shows it
 * @param scoreRaw cosine of the peak
 * @param score of the peak, 0 to 1
 * @param threshold cosine that the peak had to reach; null for labels
 * @param expectedFalseAlarmsPerDay at that threshold, on that stream; null for labels
 * @param samples how many show it
 * @param label which of the query's labels, or null
 * @param closeReason why it ended; what is open where the samples end has ended
 * @param picture URI of the peak's picture, or null
 */
public record FoundMatch(
        StreamRef stream,
        MediaTime start,
        MediaTime peak,
        MediaTime end,
        double scoreRaw,
        double score,
        Double threshold,
        Double expectedFalseAlarmsPerDay,
        int samples,
        String label,
        CloseReason closeReason,
        String picture) {

    static FoundMatch of(ToldMatch told, String picture) {
        MatchInterval interval = told.phase().interval();
        Peak peak = interval.peak();
        Meaning meaning = peak.meaning();
        return new FoundMatch(
                told.stream(),
                interval.start(),
                peak.time(),
                interval.end(),
                peak.cosine(),
                meaning.score(),
                told.label() == null ? meaning.threshold() : null,
                meaning.falseAlarmsPerDay(),
                interval.samples(),
                told.label(),
                told.phase().closeReason(),
                picture);
    }

    /** The same with another picture. */
    public FoundMatch withPicture(String uri) {
        return new FoundMatch(
                stream,
                start,
                peak,
                end,
                scoreRaw,
                score,
                threshold,
                expectedFalseAlarmsPerDay,
                samples,
                label,
                closeReason,
                uri);
    }
}
