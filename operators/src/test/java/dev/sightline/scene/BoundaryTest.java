// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundaryTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void everyTimeOfTheMiddleIsHalfWay() {
        MediaTime middle = new Boundary(at(0, NOON), at(1001, NOON.plusMillis(1001))).middle();
        assertThat(middle.pts()).isEqualTo(45_045);
        assertThat(middle.mediaMs()).isEqualTo(500);
        assertThat(middle.wall()).isEqualTo(NOON.plusNanos(500_500_000));
    }

    @Test
    void theUncertaintyReachesBothSamples() {
        assertThat(new Boundary(at(0, null), at(1001, null)).uncertaintyMs()).isEqualTo(501);
    }

    @Test
    void thereIsNoWallTimeInTheMiddleOfNone() {
        assertThat(new Boundary(at(0, null), at(1000, null)).middle().wall()).isNull();
    }

    private static MediaTime at(long ms, Instant wall) {
        return new MediaTime(90 * ms, new TimeBase(1, 90_000), ms, wall, WallSource.NONE, 0, NOON);
    }
}
