// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {

    private static final int LEVEL_TWO = 8;

    private static FalseAlarms after(FalseAlarms before, int samples, float... evidence) {
        FalseAlarms alarms = before;
        for (int i = 0; i < samples; i++) {
            alarms = alarms.after(evidence, 1000);
        }
        return alarms;
    }

    private static long begun(FalseAlarms alarms) {
        return Math.round(alarms.begun()[LEVEL_TWO]);
    }

    @Test
    void oneStrongSampleIsNoAlarmAndTwoAre() {
        FalseAlarms none = FalseAlarms.none(1);
        assertThat(begun(after(after(none, 1, 3f), 5, 0f))).isZero();
        assertThat(begun(after(after(none, 2, 3f), 5, 0f))).isEqualTo(1);
    }

    @Test
    void aStrongSampleCarriesAWeakerOne() {
        FalseAlarms none = FalseAlarms.none(1);
        assertThat(begun(after(after(none, 1, 2.5f), 1, 1.5f))).isEqualTo(1);
        assertThat(begun(after(after(none, 1, 2.4f), 1, 1.5f))).isZero();
        assertThat(begun(after(after(none, 1, 6f), 1, 1.3f))).isZero();
    }

    @Test
    void whatLastsIsOneAlarmHoweverLong() {
        assertThat(begun(after(FalseAlarms.none(1), 500, 3f))).isEqualTo(1);
    }

    @Test
    void aShortWeaknessEndsNothing() {
        FalseAlarms alarms = after(FalseAlarms.none(1), 2, 2.1f);
        alarms = after(after(alarms, 8, 0f), 4, 2.1f);
        assertThat(begun(alarms)).isEqualTo(1);
    }

    @Test
    void afterARestItIsAnotherAlarm() {
        FalseAlarms alarms = after(FalseAlarms.none(1), 2, 2.1f);
        alarms = after(after(alarms, 15, 0f), 4, 2.1f);
        assertThat(begun(alarms)).isEqualTo(2);
    }

    @Test
    void levelsThatAreHeldOnAreNotCountedAnew() {
        FalseAlarms alarms = after(FalseAlarms.none(1), 2, 6f);
        // Strong enough for level two all the time, and for six twice.
        alarms = after(after(alarms, 20, 2f), 3, 6f);
        assertThat(begun(alarms)).isEqualTo(1);
        assertThat(alarms.begun()[24]).isCloseTo(2, within(0.01));
    }

    @Test
    void samplesOnBothSidesOfABreakMakeNoAlarm() {
        FalseAlarms alarms = after(FalseAlarms.none(1), 1, 3f).interrupted();
        assertThat(begun(after(alarms, 1, 3f))).isZero();
    }

    @Test
    void ratesGoFromWhatWasKnownToWhatWasCounted() {
        FalseAlarms none = FalseAlarms.none(256);
        assertThat(none.perDay(LEVEL_TWO, 5)).isEqualTo(5);
        float[] weak = new float[256];
        FalseAlarms quiet = none;
        for (int i = 0; i < 3600; i++) {
            quiet = quiet.after(weak, 1000);
        }
        assertThat(quiet.sentenceDays()).isCloseTo(256 / 24.0, within(0.1));
        assertThat(quiet.perDay(LEVEL_TWO, 5)).as("a quiet hour").isCloseTo(4.8, within(0.01));
        for (int day = 0; day < 3; day++) {
            quiet = quiet.after(weak, 86_400_000);
        }
        assertThat(quiet.perDay(LEVEL_TWO, 5)).as("quiet days").isLessThan(2);
    }

    @Test
    void manyAlarmsCountAtOnce() {
        float[] strong = new float[256];
        Arrays.fill(strong, 3);
        FalseAlarms alarmed = after(FalseAlarms.none(256), 2, strong);
        assertThat(alarmed.perDay(LEVEL_TWO, 5)).isGreaterThan(100);
    }

    @Test
    void aSampleThatStandsForLongIsEnough() {
        FalseAlarms alarms = FalseAlarms.none(1).after(new float[] {3}, 5000);
        assertThat(begun(alarms)).isEqualTo(1);
    }

    @Test
    void ofShortIntervalsItTakesAsManyAsAMatchDoes() {
        FalseAlarms alarms = FalseAlarms.none(1);
        for (int i = 1; i < 8; i++) {
            alarms = alarms.after(new float[] {3}, 250);
            assertThat(begun(alarms)).isZero();
        }
        assertThat(begun(alarms.after(new float[] {3}, 250))).isEqualTo(1);
    }

    @Test
    void behindABreakItIsAnotherAlarm() {
        FalseAlarms alarms = after(FalseAlarms.none(1), 3, 3f).interrupted();
        assertThat(begun(after(alarms, 3, 3f))).isEqualTo(2);
    }

    @Test
    void whatIsLongAgoCountsLess() {
        FalseAlarms alarms = after(FalseAlarms.none(1), 2, 3f);
        for (int day = 0; day < 30; day++) {
            alarms = alarms.after(new float[] {0}, 86_400_000);
        }
        assertThat(alarms.begun()[LEVEL_TWO]).isLessThan(0.01);
        assertThat(alarms.sentenceDays()).as("no more than the sum of halves").isLessThan(6);
    }
}
