// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.time.Instant;
import java.util.List;

/**
 * The place that the records of a live stream have reached, and the records that only depend on it:
 * those of the time in which the stream is away. One thread.
 */
final class LivePlace {

    private final Registration registration;
    private StreamRef stream;
    private long next;
    private MediaTime last;

    LivePlace(LiveSplit split) {
        this.registration = split.registration();
        this.stream = split.stream();
        this.next = split.next();
        this.last = split.last();
    }

    /** Takes a record that was told. */
    void passed(TimelineRecord told) {
        stream = told.stream();
        next = told.nextPosition();
        if (told instanceof Sample sample) {
            last = sample.time();
        } else if (told instanceof StreamStarted started) {
            last = started.time();
        } else if (told instanceof Gap gap) {
            last = gap.to();
        }
    }

    /** Whether the epoch is closed, and no other one has begun. */
    private boolean closed() {
        return next == SampleRange.END;
    }

    /** The place as a split. */
    LiveSplit split() {
        return new LiveSplit(registration, stream.epoch(), next, last, false);
    }

    /** An epoch that was never used: later than any before, and than any of a job before. */
    StreamRef nextEpoch(Instant now) {
        return registration.stream(Math.max(stream.epoch() + 1, now.toEpochMilli()));
    }

    /** An attempt failed. */
    Reconnecting away(
            Instant now,
            BackOff backOff,
            boolean lost,
            boolean news,
            Category category,
            String reason,
            List<VisualChange> changes) {
        if (closed()) {
            stream = nextEpoch(now);
            next = LiveSplit.FIRST;
        }
        long waitMs = backOff.nextMs();
        return new Reconnecting(
                stream,
                next,
                last,
                backOff.attempt(),
                waitMs,
                lost,
                news,
                category,
                reason,
                changes);
    }

    /** The gap that closes the epoch, since another one begins; null if it is closed. */
    Gap gapUntil(StreamStarted another, String reason, List<VisualChange> changes) {
        return closed()
                ? null
                : new Gap(
                        stream, next, SampleRange.END, last, another.time(), true, reason, changes);
    }

    /** The stream is not wanted any more; null if nothing is open that could end. */
    StreamEnded end(Instant now) {
        if (closed()) {
            stream = nextEpoch(now);
            next = LiveSplit.FIRST;
        }
        return new StreamEnded(stream, next, last, 0, 0, 0);
    }

    MediaTime last() {
        return last;
    }
}
