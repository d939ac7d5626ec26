// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RawThresholdsTest {

    /** Each query's own level tells it apart, but the levels differ. */
    private static final RawThresholds TWO =
            new RawThresholds(
                    List.of(
                            new float[] {0.1f, 0.1f, 0.3f, 0.3f},
                            new float[] {0.4f, 0.8f, 0.4f, 0.4f}),
                    List.of(
                            new boolean[] {false, false, true, true},
                            new boolean[] {false, true, false, false}));

    @Test
    void theBestThresholdForEachFindsAll() {
        assertThat(TWO.oracle()).isEqualTo(1);
    }

    @Test
    void oneThresholdForAllDoesNot() {
        // At 0.3: all of the first, and the second's one sample among four.
        assertThat(TWO.single().macroF1()).isCloseTo((1 + 2 / 5.0) / 2, within(1e-6));
        assertThat(TWO.single().threshold()).isEqualTo(0.3f);
    }

    @Test
    void thatOfARecallIsTheHighestThatFindsAsMuch() {
        assertThat(TWO.ofRecall(1)).isCloseTo(0.3f, within(1e-5f));
        assertThat(TWO.ofRecall(0.5)).isCloseTo(0.8f, within(1e-5f));
    }

    @Test
    void runsAreCountedAndNotSamples() {
        assertThat(RawThresholds.runs(new boolean[] {true, true, false, true})).isEqualTo(2);
        assertThat(RawThresholds.runs(new boolean[3])).isZero();
    }
}
