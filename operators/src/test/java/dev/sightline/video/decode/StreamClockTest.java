// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StreamClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static MediaTime at(String creationTime) {
        return new StreamClock(new TimeBase(1, 25), creationTime, 60_000, CLOCK).at(50, 2000);
    }

    @Test
    void addsMediaTimeToTheContainersCreationTime() {
        MediaTime time = at("2020-05-01T12:00:00.000000Z");
        assertThat(time.wall()).isEqualTo("2020-05-01T12:00:02Z");
        assertThat(time.wallSource()).isEqualTo(WallSource.CONTAINER);
        assertThat(time.wallErrorMs()).isEqualTo(61_000);
        assertThat(time.ingested()).isEqualTo(NOW);
    }

    @Test
    void hasNoWallTimeWhereTheContainerHasNone() {
        assertThat(at("").wallSource()).isEqualTo(WallSource.NONE);
        assertThat(at("yesterday").wall()).isNull();
    }

    @Test
    void disbelievesAClockThatWasNeverSet() {
        assertThat(at("1904-01-01T00:00:00.000000Z").wall()).isNull();
        assertThat(at("1970-01-01T00:00:00.000000Z").wall()).isNull();
        assertThat(at("+999999999-12-31T23:59:59Z").wall()).isNull();
    }

    @Test
    void disbelievesAYearThatNobodyCanMean() {
        assertThat(at("+1000000000-12-31T23:59:59.999999999Z").wall()).isNull();
        assertThat(at("+10000-01-01T00:00:00Z").wall()).isNull();
    }
}
