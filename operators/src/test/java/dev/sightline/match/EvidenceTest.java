// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void aStrongSampleCountsAtOnce() {
        assertThat(of(0.1, 0.1, 0.8).support(0)).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void aWeakSampleIsCarriedByItsScene() {
        assertThat(of(0.8, 0.8, 0.2).support(0)).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void anEarlierSceneDoesNotCount() {
        assertThat(of(0.8, 0.8, 0.3, 0.1).support(2)).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void inALongShotOnlyTheLatestSamplesCount() {
        Evidence evidence = Evidence.NONE;
        for (int k = 0; k < 100; k++) {
            evidence = evidence.with(k, k < 100 - Evidence.MOST ? 0.9f : 0.1f);
        }
        assertThat(evidence.support(0)).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void whatWasBeforeAGapDoesNotCount() {
        assertThat(of(0.8, 0.8).with(5, 0.1f).support(0)).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void aSceneThatBeginsLaterThanTheSampleLeavesTheSampleItself() {
        assertThat(of(0.8, 0.2).support(9)).isCloseTo(0.2, within(1e-6));
    }

    private static Evidence of(double... scores) {
        Evidence evidence = Evidence.NONE;
        for (int k = 0; k < scores.length; k++) {
            evidence = evidence.with(k, (float) scores[k]);
        }
        return evidence;
    }
}
