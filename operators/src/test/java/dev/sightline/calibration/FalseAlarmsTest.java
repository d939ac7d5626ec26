// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        // An hour of 256 sentences without an alarm is eleven days.
        assertThat(quiet.sentenceDays()).isCloseTo(256 / 24.0, within(0.1));
        assertThat(quiet.perDay(LEVEL_TWO, 5)).isCloseTo(5 * 2 / (2 + 256 / 24.0), within(0.01));
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
