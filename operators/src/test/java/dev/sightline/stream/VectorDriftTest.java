// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Days of a sample a minute, in a plane: a vector is an angle. */
class VectorDriftTest {

    private static final int DAY = 24 * 60;

    private final Random random = new Random(7);
    private VectorDrift state = VectorDrift.NONE;
    private int minute;

    /** Goes on for some minutes, and says how many of them it was found in. */
    private int run(int minutes, IntToDoubleFunction angle) {
        int found = 0;
        for (int i = 0; i < minutes; i++) {
            double noise = 0.3 * random.nextGaussian();
            state = state.after(HealthSamples.vector(angle.applyAsDouble(minute) + noise), 60_000);
            found += state.found() ? 1 : 0;
            minute++;
        }
        return found;
    }

    /** By night everything looks otherwise. */
    private static double dayAndNight(int minute) {
        return minute % DAY < DAY / 2 ? 0 : 0.8;
    }

    @Test
    void aStreamThatGoesOnAsItWasHasNotDrifted() {
        assertThat(run(30 * DAY, minute -> 0.5)).isZero();
    }

    @Test
    void dayAndNightAreNoDrift() {
        assertThat(run(30 * DAY, VectorDriftTest::dayAndNight)).isZero();
    }

    @Test
    void aCameraThatWasTurnedIsToldWithinADayAndStays() {
        run(3 * DAY, VectorDriftTest::dayAndNight);
        int found = run(2 * DAY, minute -> dayAndNight(minute) + 1);
        assertThat(found).isGreaterThan(DAY);
        assertThat(state.found()).isTrue();
    }

    @Test
    void itIsOverWhenTheCameraIsTurnedBack() {
        run(DAY, minute -> 0);
        run(3 * DAY, minute -> 1);
        assertThat(state.found()).isTrue();
        run(3 * DAY, minute -> 0);
        assertThat(state.found()).isFalse();
    }

    @Test
    void threeOddHoursAreNoDrift() {
        run(2 * DAY, VectorDriftTest::dayAndNight);
        assertThat(run(3 * 60, minute -> 2)).isZero();
        assertThat(run(2 * DAY, VectorDriftTest::dayAndNight)).isZero();
    }

    @Test
    void nothingIsSaidOnTheFirstDay() {
        assertThat(run(DAY - 10, minute -> minute * 0.002)).isZero();
        assertThat(state.distance()).isZero();
    }

    @Test
    void theFirstDaysVarianceGivesTheBound() {
        run(DAY, VectorDriftTest::dayAndNight);
        // Two directions 0.8 apart, half of the time each.
        assertThat(state.bound()).isCloseTo(1 - Math.cos(0.4), within(0.01));
        assertThat(state.distance()).isLessThan(1e-6);
    }

    @Test
    void vectorsThatCancelEachOtherOutHaveNoDirectionAndCountForNothing() {
        for (int i = 0; i < 2 * DAY; i++) {
            state = state.after(new float[] {i % 2 == 0 ? 1 : -1, 0}, 60_000);
        }
        assertThat(state.counted()).isZero();
        assertThat(state.found()).isFalse();
    }
}
