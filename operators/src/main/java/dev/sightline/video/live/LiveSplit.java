// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.MediaTime;
import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A live stream with the place that its records have reached. Flink logs splits, so nothing secret
 * is in it.
 *
 * @param registration the stream
 * @param epoch the epoch that was emitted last
 * @param next position of the record behind the last one emitted; {@link SampleRange#END} if that
 *     closed its epoch
 * @param last time of the last sample or, if there is none, since when the stream is waited for
 * @param removed whether it is not wanted any more, so that all that is left is to say so
 */
public record LiveSplit(
        Registration registration, long epoch, long next, MediaTime last, boolean removed)
        implements SourceSplit {

    /** Position of the first record of an epoch. */
    static final long FIRST = -1;

    /** Refuses absent parts. */
    public LiveSplit {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(last, "last");
    }

    /** A stream that is watched from a moment on. */
    static LiveSplit from(Registration registration, Instant now) {
        return new LiveSplit(registration, now.toEpochMilli(), FIRST, hostTime(now), false);
    }

    /** A moment by this host's clock. */
    static MediaTime hostTime(Instant now) {
        return new MediaTime(0, TimeBase.MILLISECONDS, 0, now, WallSource.HOST_CLOCK, 0, now);
    }

    /** The same with another registration, by which it is wanted. */
    LiveSplit with(Registration other) {
        return new LiveSplit(other, epoch, next, last, false);
    }

    /** The same, to be ended. */
    LiveSplit ending() {
        return new LiveSplit(registration, epoch, next, last, true);
    }

    /** The stream in the epoch that was emitted last. */
    StreamRef stream() {
        return registration.stream(epoch);
    }

    @Override
    public String splitId() {
        return registration.streamId();
    }
}
