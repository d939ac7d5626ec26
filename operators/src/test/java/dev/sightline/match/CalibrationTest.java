// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    private final Calibration calibration =
            new Calibration(new ScoreDistribution(0.1, 0.05), Duration.ofSeconds(1));

    @Test
    void zIsTheDistanceFromTheModeInSpreads() {
        assertThat(calibration.z(0.25)).isCloseTo(3, within(1e-9));
    }

    @Test
    void theTailIsThatOfANormalDistribution() {
        assertThat(calibration.tail(0.1)).isCloseTo(0.5, within(1e-6));
        assertThat(calibration.tail(0.2)).isCloseTo(0.0227501, within(1e-6));
        assertThat(calibration.tail(0.35)).isCloseTo(2.86652e-7, within(1e-12));
        assertThat(calibration.tail(0.0)).isCloseTo(1 - 0.0227501, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 24, 1000, 40_000})
    void theExpectedAlarmsAtTheThresholdAreTheBudget(double budget) {
        Thresholds thresholds = calibration.within(budget);
        assertThat(calibration.expectedFalseAlarmsPerDay(thresholds.enter()))
                .isCloseTo(budget, within(budget * 1e-5));
    }

    @Test
    void aBudgetOfMoreThanThereAreSamplesEntersAtTheMode() {
        assertThat(calibration.within(1e9).enter()).isEqualTo(0.1);
    }

    @Test
    void aSmallerBudgetNeedsAHigherThreshold() {
        double last = Double.NEGATIVE_INFINITY;
        for (double budget = 100_000; budget > 1e-300; budget /= 3) {
            Thresholds thresholds = calibration.within(budget);
            assertThat(thresholds.enter()).isFinite().isGreaterThanOrEqualTo(last);
            assertThat(thresholds.exit()).isFinite().isLessThanOrEqualTo(thresholds.enter());
            last = thresholds.enter();
        }
    }

    @Test
    void fewerSamplesADayNeedALowerThreshold() {
        Calibration seldom = new Calibration(calibration.background(), Duration.ofSeconds(10));
        assertThat(seldom.within(1).enter()).isLessThan(calibration.within(1).enter());
    }

    @Test
    void theScoreRisesFromZeroToOne() {
        double last = 0;
        for (double raw = -1; raw <= 1; raw += 0.001) {
            double score = calibration.score(raw);
            assertThat(score).isBetween(last, 1.0);
            last = score;
        }
        assertThat(calibration.score(-1)).isLessThan(0.002);
        assertThat(calibration.score(1)).isGreaterThan(0.999);
    }

    @Test
    void anExplicitThresholdIsTakenAsItIs() {
        Thresholds thresholds = calibration.at(0.4);
        assertThat(thresholds.enter()).isEqualTo(0.4);
        assertThat(thresholds.exit()).isCloseTo(0.3, within(1e-9));
        assertThat(calibration.at(-0.2).exit()).isEqualTo(-0.2);
    }

    @Test
    void aBudgetThatIsNoneIsRefused() {
        assertThatThrownBy(() -> calibration.within(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("budget");
        assertThatThrownBy(() -> calibration.within(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
