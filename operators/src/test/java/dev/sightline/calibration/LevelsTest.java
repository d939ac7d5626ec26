// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {

    /** Falls to a third with each unit. */
    private static final IntToDoubleFunction FALLING =
            level -> 100 * Math.pow(3, -Levels.level(level));

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 3.99, 13.9, 14, 15.5, 20})
    void anExponentialIsFoundBetweenTheLevelsAndBeyondThem(double evidence) {
        double frequency = 100 * Math.pow(3, -evidence);
        assertThat(Levels.at(FALLING, evidence)).isCloseTo(frequency, within(1e-9 * frequency));
        assertThat(Levels.within(FALLING, frequency)).isCloseTo(evidence, within(1e-9));
    }

    @Test
    void beyondTheGridItGoesOnWhereTheGridEnds() {
        IntToDoubleFunction kink = level -> level < Levels.COUNT - 1 ? 1 : 1e-3;
        assertThat(Levels.at(kink, Levels.TOP + 0.01)).isLessThan(1e-3);
        assertThat(Levels.at(kink, Levels.within(kink, 1e-5))).isCloseTo(1e-5, within(1e-9));
    }

    @Test
    void whatIsRareEverywhereIsWithinAtOnce() {
        assertThat(Levels.within(FALLING, 101)).isZero();
    }

    @Test
    void whereItStaysFlatTheFirstLevelBelowIsTaken() {
        IntToDoubleFunction steps = level -> level < 8 ? 10 : 1;
        assertThat(Levels.within(steps, 10)).isZero();
        assertThat(Levels.within(steps, 5)).isBetween(Levels.level(7), Levels.level(8));
        assertThat(Levels.within(steps, 1)).isEqualTo(Levels.level(8));
    }

    @Test
    void theHighestLevelReachedIsNamed() {
        assertThat(Levels.reached(-0.01)).isEqualTo(-1);
        assertThat(Levels.reached(0)).isZero();
        assertThat(Levels.reached(0.99)).isEqualTo(3);
        assertThat(Levels.reached(1000)).isEqualTo(Levels.COUNT - 1);
        assertThat(Levels.reached(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    }
}
