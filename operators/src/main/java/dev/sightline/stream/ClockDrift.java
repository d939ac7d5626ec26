// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.video.MediaTime;
import dev.sightline.video.WallSource;

/**
 * Measures how a live stream's clock runs against that of the host: by how much later its frames
 * arrive, compared with what their time stamps say, than in the first minute of the epoch. Frames
 * are delayed by networks and queues, but never early, so of each minute the one that was delayed
 * least counts.
 *
 * @param windowStartMs media time at which the current minute began
 * @param windowLeastMs least delay in it; {@link #NONE} before its first sample
 * @param firstMs least delay of the first minute, or {@link #NONE}
 * @param latestMs least delay of the last whole minute, or {@link #NONE}
 */
public record ClockDrift(long windowStartMs, long windowLeastMs, long firstMs, long latestMs) {

    /** In place of a delay that is not known. */
    static final long NONE = Long.MAX_VALUE;

    /** Before the first sample. */
    static final ClockDrift START = new ClockDrift(0, NONE, NONE, NONE);

    private static final long WINDOW_MS = 60_000;

    /** With one more sample. */
    ClockDrift after(MediaTime time) {
        if (time.wallSource() == WallSource.NONE) {
            return this; // a recording, which arrives as fast as it is read
        }
        long delay = time.ingested().toEpochMilli() - time.mediaMs();
        if (time.mediaMs() - windowStartMs < WINDOW_MS) {
            return new ClockDrift(windowStartMs, Math.min(windowLeastMs, delay), firstMs, latestMs);
        }
        long first = firstMs == NONE ? windowLeastMs : firstMs;
        return new ClockDrift(time.mediaMs(), delay, first, windowLeastMs);
    }

    /** Milliseconds by which the stream's clock has fallen behind, or null if not known yet. */
    Long driftMs() {
        return firstMs == NONE || latestMs == NONE ? null : (Long) (latestMs - firstMs);
    }
}
