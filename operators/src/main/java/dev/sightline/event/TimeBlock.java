// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.video.MediaTime;
import java.time.Instant;
import java.util.Locale;

/**
 * A time in an event.
 *
 * @param pts presentation time stamp in units of {@code timeBase}
 * @param timeBase {@code numerator/denominator} seconds
 * @param mediaMs milliseconds since the stream's start
 * @param wall wall time, or null
 * @param wallSource rtcp | program-date-time | container | host-clock | none
 * @param wallErrorMs bound of the wall time's error, or null where there is none
 * @param ingested when the frame was decoded
 */
public record TimeBlock(
        long pts,
        String timeBase,
        long mediaMs,
        Instant wall,
        String wallSource,
        Long wallErrorMs,
        Instant ingested) {

    /** The time as events have it. */
    public static TimeBlock of(MediaTime time) {
        return new TimeBlock(
                time.pts(),
                time.timeBase().toString(),
                time.mediaMs(),
                time.wall(),
                time.wallSource().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                time.wall() == null ? null : time.wallErrorMs(),
                time.ingested());
    }
}
