// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecentVectorsTest {

    private static RecentVectors of(long firstK, float... values) {
        return with(RecentVectors.NONE, firstK, values);
    }

    private static RecentVectors with(RecentVectors before, long firstK, float... values) {
        RecentVectors recent = before;
        for (int i = 0; i < values.length; i++) {
            recent = recent.with(firstK + i, new float[] {values[i], 1});
        }
        return recent;
    }

    @Test
    void theMeanIsOfTheSamplesThatLieInTheScene() {
        RecentVectors recent = of(0, 9, 9, 2, 4);
        assertThat(recent.mean(2)).containsExactly(3, 1);
        assertThat(recent.mean(0)).containsExactly(6, 1);
    }

    @Test
    void theLastSampleIsInTheSceneWhateverIsSaid() {
        assertThat(of(0, 9, 4).mean(5)).containsExactly(4, 1);
    }

    @Test
    void inALongSceneOnlyTheLatestCount() {
        RecentVectors recent = of(0, 100, 100, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(recent.vectors()).hasSize(RecentVectors.MOST);
        assertThat(recent.mean(0)).containsExactly(1, 1);
    }

    @Test
    void aGapDropsWhatWasBeforeIt() {
        assertThat(with(of(0, 9, 9), 3, 4).mean(0)).containsExactly(4, 1);
    }

    @Test
    void samplesComeInTheirOrder() {
        assertThatThrownBy(() -> with(of(5, 1), 5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample 5");
    }
}
