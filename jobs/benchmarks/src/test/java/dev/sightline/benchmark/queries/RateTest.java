// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void theMeanIsADayAndAQuery() {
        Rate rate = Rate.of(new int[] {2, 4, 0, 2}, 0.5);
        assertThat(rate.alarms()).isEqualTo(8);
        assertThat(rate.perDay()).isCloseTo(4, within(1e-9));
        assertThat(rate.low()).isLessThan(4).isPositive();
        assertThat(rate.high()).isGreaterThan(4);
    }

    @Test
    void alarmsOfOneQuerySayLessThanThoseOfMany() {
        Rate one = Rate.of(new int[] {100, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 1);
        Rate many = Rate.of(new int[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10}, 1);
        assertThat(one.perDay()).isEqualTo(many.perDay());
        assertThat(one.high() - one.low()).isGreaterThan(many.high() - many.low());
    }

    @Test
    void noAlarmIsNotCertainlyNone() {
        Rate rate = Rate.of(new int[1000], 1);
        assertThat(rate.perDay()).isZero();
        assertThat(rate.high()).isCloseTo(0.003, within(1e-9));
    }
}
