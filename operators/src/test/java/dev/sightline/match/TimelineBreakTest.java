// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimelineBreakTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /** With a wall time of its own if a source is given. */
    private static MediaTime at(long mediaMs, WallSource source, long wallMs, long ingestedMs) {
        return new MediaTime(
                mediaMs,
                new TimeBase(1, 1000),
                mediaMs,
                source == WallSource.NONE ? null : NOON.plusMillis(wallMs),
                source,
                0,
                NOON.plusMillis(ingestedMs));
    }

    private static long shift(MediaTime last, MediaTime first, boolean live) {
        return new TimelineBreak(last, first, live).shiftMs();
    }

    @Test
    void whatIsFourSecondsAheadIsOneSecondAheadThreeSecondsLater() {
        MediaTime last = at(60_000, WallSource.RTCP, 0, 0);
        MediaTime first = at(500, WallSource.RTCP, 3000, 9000);
        assertThat(64_000 + shift(last, first, true)).isEqualTo(1500);
    }

    @Test
    void clocksOfDifferentSourcesAreNotCompared() {
        MediaTime last = at(0, WallSource.RTCP, 0, 0);
        assertThat(shift(last, at(0, WallSource.HOST_CLOCK, 3000, 9000), true)).isEqualTo(-9000);
        assertThat(shift(last, at(0, WallSource.NONE, 0, 9000), true)).isEqualTo(-9000);
    }

    @Test
    void aClockThatWasSetBackTakesNoTime() {
        MediaTime last = at(0, WallSource.NONE, 0, 5000);
        assertThat(shift(last, at(0, WallSource.NONE, 0, 1000), true)).isZero();
    }

    @Test
    void timesOfArrivalSayNothingOfAFile() {
        MediaTime last = at(4000, WallSource.NONE, 0, 0);
        assertThat(shift(last, at(0, WallSource.NONE, 0, 9000), false)).isEqualTo(-4000);
    }
}
