// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Duration;

/**
 * The time stamps of a simulated camera: 33 bits at 90 kHz, as in RTP and transport streams, by a
 * clock that is a little slow. They wrap at half of the first day. Within a connection they go on
 * behind the wrap, as FFmpeg has them; another connection begins with what the camera sends. One
 * thread.
 */
final class CameraClock {

    private static final TimeBase TIME_BASE = new TimeBase(1, 90_000);
    private static final long WRAP = 1L << 33;
    private static final long TICKS_PER_MS = 90;
    private static final double SLOW = 30e-6;

    /** How much a clock that is set goes ahead. */
    private static final long JUMP = Duration.ofMinutes(17).toMillis() * TICKS_PER_MS;

    private final SimulatedClock now;
    private long offset = WRAP - Duration.ofHours(12).toMillis() * TICKS_PER_MS;
    private long firstPts;
    private long firstMs;

    CameraClock(SimulatedClock now) {
        this.now = now;
    }

    /** A timeline begins now. */
    void begin() {
        firstMs = now.passedMs();
        firstPts = Math.floorMod(offset + firstMs * TICKS_PER_MS, WRAP);
    }

    /** The camera's clock is set. */
    void set() {
        offset += JUMP;
    }

    /** Milliseconds since the begin of the timeline. */
    long mediaMs() {
        return now.passedMs() - firstMs;
    }

    /** The present as the camera states it. */
    MediaTime time() {
        return new MediaTime(
                firstPts + mediaMs() * TICKS_PER_MS,
                TIME_BASE,
                mediaMs(),
                now.instant().minusMillis(Math.round(now.passedMs() * SLOW)),
                WallSource.RTCP,
                1,
                now.instant());
    }
}
