// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FlatnessTest {

    private static final LongUnaryOperator FLAT = hour -> 40_000_000;

    private static List<Measurement> day(LongUnaryOperator state, LongUnaryOperator heap) {
        return LongStream.rangeClosed(1, 24)
                .mapToObj(
                        hour ->
                                new Measurement(
                                        Duration.ofHours(hour),
                                        3600 * hour,
                                        hour,
                                        state.applyAsLong(hour),
                                        heap.applyAsLong(hour),
                                        0,
                                        new EnumMap<>(Map.of(Topic.ERRORS, 0L))))
                .toList();
    }

    private static List<Boolean> judged(LongUnaryOperator state, LongUnaryOperator heap) {
        return Flatness.of(day(state, heap), 0.05).stream().map(Flatness::isFlat).toList();
    }

    @Test
    void whatStaysIsFlat() {
        assertThat(judged(FLAT, FLAT)).containsExactly(true, true);
    }

    @Test
    void stateThatGrowsALittleEachHourIsNot() {
        assertThat(judged(hour -> 250_000 + 2_000 * hour, FLAT)).containsExactly(false, true);
    }

    @Test
    void stateWithAMatchThatHappensToBeOpenIsFlat() {
        assertThat(judged(hour -> hour < 20 ? 254_400 : 267_500, FLAT)).containsExactly(true, true);
    }

    @Test
    void heapThatGrowsByTwoHundredKilobytesAnHourIsNot() {
        assertThat(judged(FLAT, hour -> 40_000_000 + 200_000 * hour)).containsExactly(true, false);
    }

    @Test
    void aSinglePeakAndTheFirstTwoHoursDoNotCount() {
        LongUnaryOperator peaks = hour -> hour == 23 ? 90_000_000 : hour < 3 ? 1_000 : 40_000_000;
        assertThat(judged(peaks, peaks)).containsExactly(true, true);
    }

    @Test
    void tooFewMeasurementsAreRefused() {
        assertThatThrownBy(() -> Flatness.of(day(FLAT, FLAT).subList(0, 9), 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 10");
    }
}
