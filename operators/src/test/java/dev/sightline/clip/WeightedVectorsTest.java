// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WeightedVectorsTest {

    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};

    @Test
    void equalWeightsPointBetweenTheTwo() {
        float half = (float) Math.sqrt(0.5);
        assertThat(WeightedVectors.sum(EAST, 5, NORTH, 5))
                .containsExactly(new float[] {half, half}, Offset.offset(1e-6f));
    }

    @Test
    void onlyTheRatioOfTheWeightsMatters() {
        assertThat(WeightedVectors.sum(EAST, 3, NORTH, 4))
                .containsExactly(new float[] {0.6f, 0.8f}, Offset.offset(1e-6f));
        assertThat(WeightedVectors.sum(EAST, 0.003, NORTH, 0.004))
                .containsExactly(new float[] {0.6f, 0.8f}, Offset.offset(1e-6f));
    }

    @Test
    void opposedVectorsHaveNoSum() {
        assertThatThrownBy(() -> WeightedVectors.sum(EAST, 1, new float[] {-1, 0}, 1))
                .isInstanceOf(ModelException.NoVector.class);
    }
}
