// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LabelChoiceTest {

    @Test
    void equalLabelsShareTheProbability() {
        assertThat(LabelChoice.probabilities(new float[] {0.9f, 0.2f, 0.2f}, 1, 2, 100))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void theScaleDecidesHowClearADifferenceIs() {
        float[] cosines = {0.25f, 0.24f};
        double sharp = LabelChoice.probabilities(cosines, 0, 2, 100)[0];
        assertThat(sharp).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-4));
        assertThat(LabelChoice.probabilities(cosines, 0, 2, 10)[0]).isLessThan(sharp);
    }

    @Test
    void probabilitiesAddUpToOneAndStayFiniteWhateverTheScale() {
        double[] probabilities =
                LabelChoice.probabilities(new float[] {1, -1, 0.5f, 0.99f}, 0, 4, 5000);
        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
        assertThat(probabilities).doesNotContain(Double.NaN);
        assertThat(probabilities[0]).isGreaterThan(LabelChoice.THRESHOLDS.enter());
    }

    @Test
    void oneAtMostIsClear() {
        assertThat(2 * LabelChoice.THRESHOLDS.enter()).isGreaterThan(1);
    }
}
