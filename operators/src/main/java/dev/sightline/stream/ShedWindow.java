// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.video.MediaTime;
import dev.sightline.video.Shed;

/**
 * Samples left out under overload that are told of together: where the rate is lowered, single
 * samples are left out all the time.
 *
 * @param position grid point of the first one
 * @param from its time
 * @param to time of the last one
 * @param millis milliseconds that were left out
 */
public record ShedWindow(long position, MediaTime from, MediaTime to, long millis) {

    private static final long LONGEST_MS = 10_000;

    /** With one more; {@code before} is null for the first. */
    static ShedWindow with(ShedWindow before, Shed shed) {
        return before == null
                ? new ShedWindow(shed.position(), shed.from(), shed.to(), shed.shedMs())
                : new ShedWindow(
                        before.position, before.from, shed.to(), before.millis + shed.shedMs());
    }

    /** Whether it is to be told, the stream having reached a media time. */
    boolean isOver(long mediaMs) {
        return mediaMs - from.mediaMs() >= LONGEST_MS;
    }
}
