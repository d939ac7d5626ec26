// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastingCosineTest {

    private static List<Double> lasting(long intervalMs, double[]... samples) {
        LastingCosine lasting = new LastingCosine();
        List<Double> all = new ArrayList<>();
        for (double[] sample : samples) {
            all.add(lasting.accept((long) sample[0], sample[1], intervalMs));
        }
        return all;
    }

    private static double[] at(double mediaMs, double cosine) {
        return new double[] {mediaMs, cosine};
    }

    @Test
    void aSingleSampleThatIsHighDoesNotLast() {
        assertThat(lasting(1000, at(0, 0.1), at(1000, 0.4), at(2000, 0.2), at(3000, 0.3)))
                .containsExactly(LastingCosine.NONE, 0.1, 0.2, 0.2);
    }

    @Test
    void allSamplesOfTwoSecondsCount() {
        assertThat(lasting(500, at(0, 0.1), at(500, 0.4), at(1000, 0.2), at(1500, 0.3)))
                .containsExactly(LastingCosine.NONE, LastingCosine.NONE, LastingCosine.NONE, 0.1);
        assertThat(lasting(2000, at(0, 0.1), at(2000, 0.4))).containsExactly(0.1, 0.4);
    }

    @Test
    void aHoleEndsWhatLasts() {
        assertThat(lasting(1000, at(0, 0.4), at(1000, 0.4), at(3001, 0.4), at(4000, 0.4)))
                .containsExactly(LastingCosine.NONE, 0.4, LastingCosine.NONE, LastingCosine.NONE);
    }
}
