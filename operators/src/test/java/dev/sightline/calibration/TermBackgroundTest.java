// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermBackgroundTest {

    @Test
    void aBellIsFoundWhereItIs() {
        TermBackground found = TermBackground.of(bell(4096, 0, 1));
        assertThat(found.location()).as("below the middle").isCloseTo(0.079, within(0.01));
        assertThat(found.spread()).isCloseTo(0.05, within(0.008));
    }

    @Test
    void theQuerysOwnPositivesDoNotMoveIt() {
        TermBackground found = TermBackground.of(bell(4096, 0.25, 2));
        TermBackground without = TermBackground.of(bell(4096, 0, 2));
        assertThat(found.location()).isCloseTo(without.location(), within(0.5 * 0.05));
        assertThat(found.spread()).isCloseTo(0.05, within(0.01));
    }

    @Test
    void equalScoresHaveASmallSpread() {
        TermBackground found = TermBackground.of(new float[] {0.2f, 0.2f, 0.2f, 0.2f});
        assertThat(found.location()).isCloseTo(0.2, within(1e-6));
        assertThat(found.spread()).isEqualTo(1e-3);
    }

    @Test
    void theOrderOfScoresDoesNotMatter() {
        float[] scores = bell(501, 0.1, 3);
        float[] reversed = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            reversed[i] = scores[scores.length - 1 - i];
        }
        assertThat(TermBackground.of(reversed)).isEqualTo(TermBackground.of(scores));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 64, 65, 1000})
    void anyNumberOfScoresHasAFiniteDistributionWithinThem(int count) {
        for (long seed = 0; seed < 20; seed++) {
            float[] scores = bell(count, 0.2, seed);
            TermBackground found = TermBackground.of(scores);
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (float score : scores) {
                least = Math.min(least, score);
                most = Math.max(most, score);
            }
            assertThat(found.location()).isBetween((double) least, (double) most);
            assertThat(found.spread()).isPositive().isFinite();
        }
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> new TermBackground(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TermBackground(0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] bell(int count, double positives, long seed) {
        Random random = new Random(seed);
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            boolean positive = random.nextDouble() < positives;
            scores[i] = (float) ((positive ? 0.4 : 0.1) + 0.05 * random.nextGaussian());
        }
        return scores;
    }
}
