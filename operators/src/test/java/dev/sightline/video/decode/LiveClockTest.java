// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveClockTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final LiveClock clock = new LiveClock(TimeBase.MILLISECONDS, START, false);

    private void arrives(long pts, long delayMs) {
        clock.arrived(pts, START.plusMillis(pts + delayMs), true, null, WallSource.HOST_CLOCK);
    }

    private static long errorMs(MediaTime time, Instant truth) {
        return Math.abs(Duration.between(truth, time.wall()).toMillis());
    }

    @Test
    void thePacketThatWasDelayedLeastSaysMost() {
        for (long pts = 0; pts < 10_000; pts += 40) {
            arrives(pts, pts % 1000 == 0 ? 20 : 400);
        }
        MediaTime time = clock.at(9960, 9960);
        assertThat(time.wallSource()).isEqualTo(WallSource.HOST_CLOCK);
        assertThat(errorMs(time, START.plusMillis(9960))).isEqualTo(20);
        assertThat(time.wallErrorMs()).isEqualTo(500 + 380);
        assertThat(time.ingested()).isEqualTo(START.plusMillis(9960 + 400));
    }

    @Test
    void whatLayInAQueueBeforeItWasReadHasAsLargeABound() {
        Instant opened = START.plusSeconds(3);
        for (long pts = 0; pts < 2000; pts += 40) {
            clock.arrived(pts, opened, false, null, WallSource.HOST_CLOCK);
        }
        MediaTime early = clock.at(0, 0);
        assertThat(errorMs(early, START)).isLessThanOrEqualTo(early.wallErrorMs());
        arrives(4000, 10);
        assertThat(clock.at(4000, 4000).wallErrorMs()).isLessThan(600);
    }

    @Test
    void aNewTimelineOfAnOldConnectionHasNoQueueBeforeIt() {
        arrives(0, 10);
        LiveClock later = clock.another();
        Instant jumped = START.plusSeconds(3600);
        later.arrived(500, jumped, false, null, WallSource.HOST_CLOCK);
        assertThat(later.at(500, 0).wall()).isEqualTo(jumped);
        assertThat(later.at(500, 0).wallErrorMs()).isEqualTo(500);
    }

    @Test
    void aPauseMakesTheBoundLargerUntilItIsForgotten() {
        for (long pts = 0; pts < 10_000; pts += 40) {
            arrives(pts, 20);
        }
        arrives(10_000, 5020);
        assertThat(clock.at(10_000, 10_000).wallErrorMs()).isEqualTo(5500);
        for (long pts = 10_040; pts < 100_000; pts += 40) {
            arrives(pts, 5020);
        }
        assertThat(clock.at(99_960, 99_960).wallErrorMs()).isEqualTo(500);
    }

    @Test
    void whatTheSenderStatesIsBelieved() {
        Instant stated = START.minusMillis(70);
        clock.arrived(0, START, true, stated, WallSource.RTCP);
        MediaTime time = clock.at(5, 5);
        assertThat(time.wall()).isEqualTo(stated.plusMillis(5));
        assertThat(time.wallSource()).isEqualTo(WallSource.RTCP);
        assertThat(time.wallErrorMs()).isEqualTo(100);
    }

    @Test
    void aFrameThatCameBeforeItWasTakenShowsAWrongClock() {
        clock.arrived(0, START, true, START.plusSeconds(60), WallSource.RTCP);
        assertThat(clock.at(0, 0).wallErrorMs()).isEqualTo(60_100);
    }

    @Test
    void ofARecordingArrivalsSayNothing() {
        LiveClock recorded = new LiveClock(TimeBase.MILLISECONDS, START, true);
        recorded.arrived(0, START, true, null, WallSource.HOST_CLOCK);
        assertThat(recorded.at(0, 0).wall()).isNull();
        assertThat(recorded.at(0, 0).wallSource()).isEqualTo(WallSource.NONE);
        recorded.arrived(1, START, true, START.minusSeconds(9), WallSource.PROGRAM_DATE_TIME);
        assertThat(recorded.at(1, 1).wall()).isEqualTo(START.minusSeconds(9));
    }

    @Test
    void soDoesOneThatIsFarTooOld() {
        clock.arrived(0, START, true, START.minusSeconds(3600), WallSource.RTCP);
        assertThat(clock.at(0, 0).wallErrorMs()).isEqualTo(3_590_100);
        clock.arrived(1, START, true, START.minusSeconds(200), WallSource.PROGRAM_DATE_TIME);
        assertThat(clock.at(1, 1).wallErrorMs()).isEqualTo(100);
    }
}
