// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.video.Gap;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;

/**
 * What was released of a stream: makes of the records of its ranges those that one reader of the
 * whole stream would have written.
 *
 * @param samples samples that were released
 * @param decodeErrors what they say of packets and frames that were refused
 * @param inGap whether the record before was a gap
 * @param over whether the stream has ended or failed, and only what other ranges hold of it is left
 */
public record StreamTally(long samples, long decodeErrors, boolean inGap, boolean over) {

    /** Before a stream's first record. */
    static final StreamTally START = new StreamTally(0, 0, false, false);

    /** With one more record, the next in order. */
    StreamTally after(TimelineRecord next) {
        boolean ends = over || next.last();
        if (next instanceof EmbeddedSample sample) {
            return new StreamTally(samples + 1, decodeErrors + sample.decodeErrors(), false, ends);
        }
        long more = next instanceof SampleFailed failed ? failed.decodeErrors() : 0;
        return new StreamTally(samples, decodeErrors + more, next instanceof Gap, ends);
    }

    /**
     * The next record in order, as the stages behind shall see it.
     *
     * @return null if they shall not: a gap that goes on behind a border, or what follows the end
     */
    TimelineRecord told(TimelineRecord next) {
        if (over || inGap && next instanceof Gap) {
            return null;
        } else if (next instanceof StreamEnded ended) {
            return new StreamEnded(
                    ended.stream(),
                    ended.position(),
                    SampleRange.END,
                    ended.time(),
                    samples,
                    decodeErrors + ended.decodeErrors(),
                    ended.missingMs(),
                    ended.changes());
        } else if (next instanceof StreamFailed failed) {
            return new StreamFailed(
                    failed.stream(),
                    failed.position(),
                    SampleRange.END,
                    failed.time(),
                    failed.category(),
                    failed.message(),
                    decodeErrors + failed.decodeErrors(),
                    failed.changes());
        }
        return next;
    }
}
