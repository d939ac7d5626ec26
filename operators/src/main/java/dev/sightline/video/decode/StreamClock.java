// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Turns a file's PTS into {@link MediaTime}, with wall time where the container states one. */
final class StreamClock implements MediaClock {

    /** Containers write 1904 or 1970 where nobody set the camera's clock. */
    private static final Instant EARLIEST_PLAUSIBLE = Instant.parse("1990-01-01T00:00:00Z");

    /** A year of five digits can neither be written in an event nor have been meant. */
    private static final Instant LATEST_PLAUSIBLE = Instant.parse("9000-01-01T00:00:00Z");

    /** Containers state whole seconds. */
    private static final long RESOLUTION_MS = 1000;

    private final TimeBase timeBase;
    private final Instant creation;
    private final long creationErrorMs;
    private final Clock clock;

    /**
     * @param creationTime the container's tag {@code creation_time}, or an empty string
     * @param durationMs length of the file: some recorders write the time at which they stopped, so
     *     the error may be as large
     */
    StreamClock(TimeBase timeBase, String creationTime, long durationMs, Clock clock) {
        this.timeBase = timeBase;
        this.creation = parse(creationTime);
        this.creationErrorMs = durationMs + RESOLUTION_MS;
        this.clock = clock;
    }

    private static Instant parse(String creationTime) {
        try {
            Instant time = Instant.parse(creationTime);
            boolean plausible =
                    !time.isBefore(EARLIEST_PLAUSIBLE) && time.isBefore(LATEST_PLAUSIBLE);
            return plausible ? time : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public MediaTime at(long pts, long mediaMs) {
        Instant ingested = clock.instant();
        return creation == null
                ? new MediaTime(pts, timeBase, mediaMs, null, WallSource.NONE, 0, ingested)
                : new MediaTime(
                        pts,
                        timeBase,
                        mediaMs,
                        creation.plusMillis(mediaMs),
                        WallSource.CONTAINER,
                        creationErrorMs,
                        ingested);
    }
}
