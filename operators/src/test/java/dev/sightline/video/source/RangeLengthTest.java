// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RangeLengthTest {

    private static final RangeLength TEN = new RangeLength(10);

    @Test
    void countsTheGridPointsOfAPieceOfMedia() {
        assertThat(RangeLength.of(Duration.ofSeconds(60), Duration.ofMillis(500)))
                .isEqualTo(new RangeLength(120));
        assertThat(RangeLength.of(Duration.ofSeconds(10), Duration.ofMillis(3000)).positions())
                .isEqualTo(4);
    }

    @Test
    void keepsARangeWorthOpeningTheFile() {
        assertThat(RangeLength.of(Duration.ofSeconds(60), Duration.ofMinutes(1)).positions())
                .isEqualTo(RangeLength.LEAST_POSITIONS);
    }

    @Test
    void cutsAtMultiplesOnly() {
        assertThat(TEN.cutBehind(-1, 100)).hasValue(10);
        assertThat(TEN.cutBehind(0, 100)).hasValue(10);
        assertThat(TEN.cutBehind(9, 100)).hasValue(10);
        assertThat(TEN.cutBehind(10, 100)).hasValue(20);
        assertThat(TEN.cutBehind(37, 100)).hasValue(40);
    }

    @Test
    void leavesNoPieceShorterThanARange() {
        assertThat(TEN.cutBehind(0, 20)).hasValue(10);
        assertThat(TEN.cutBehind(0, 19)).isEmpty();
        assertThat(TEN.cutBehind(10, 29)).isEmpty();
    }

    @Test
    void cutsNothingOfAFileOfUnknownLength() {
        assertThat(TEN.cutBehind(-1, 0)).isEmpty();
        assertThat(TEN.cutBehind(50, 20)).isEmpty();
    }

    @Test
    void cutsNothingWhenItIsOff() {
        assertThat(RangeLength.of(Duration.ZERO, Duration.ofSeconds(1))).isEqualTo(RangeLength.OFF);
        assertThat(RangeLength.OFF.cutBehind(0, 1_000_000)).isEmpty();
    }

    @Test
    void refusesANegativeLength() {
        assertThatThrownBy(() -> new RangeLength(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
