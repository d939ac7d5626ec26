// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpanTest {

    private final Span ten = new Span("a", 10_000, 20_000);

    @Test
    void whatBothHaveIsAShareOfWhatOneOfThemHas() {
        assertThat(ten.iou(ten)).isEqualTo(1);
        assertThat(ten.iou(new Span("a", 10_000, 15_000))).isEqualTo(0.5);
        assertThat(ten.iou(new Span("a", 15_000, 25_000))).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(new Span("a", 0, 40_000).iou(ten)).isEqualTo(0.25);
    }

    @Test
    void whatDoesNotMeetHasNothingInCommon() {
        assertThat(ten.iou(new Span("a", 20_000, 30_000))).isZero();
        assertThat(ten.iou(new Span("a", 0, 1_000))).isZero();
        assertThat(ten.iou(new Span("b", 10_000, 20_000))).isZero();
    }

    @Test
    void oneWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new Span("a", 5, 5)).hasMessageContaining("from 5 to 5");
    }
}
