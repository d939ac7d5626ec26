// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Samples in letters: 'x' is found or shown. */
class FoundRowTest {

    private static boolean[] samples(String letters) {
        boolean[] samples = new boolean[letters.length()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = letters.charAt(i) == 'x';
        }
        return samples;
    }

    private static FoundRow row(String found, String shown) {
        Followed followed = new Followed(List.of(samples(found)), new int[1]);
        return FoundRow.of("row", followed, List.of(samples(shown)), 0);
    }

    @Test
    void sharesAreOfSamples() {
        FoundRow row = row("xxx...", ".xxxx.");
        assertThat(row.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(row.recall()).isEqualTo(0.5);
        assertThat(row.macroF1()).isCloseTo(4 / 7.0, within(1e-9));
    }

    @Test
    void aMatchThatTouchesWhatIsShownIsNotFalse() {
        assertThat(row("xx....", ".xx...").falsePerHour()).isZero();
        assertThat(row("x.xx.x", "......").falsePerHour()).isCloseTo(3 * 600, within(1e-6));
        assertThat(row("x.xx.x", "...x..").falsePerHour()).isCloseTo(2 * 600, within(1e-6));
    }

    @Test
    void whoFindsNothingIsPreciseAndUseless() {
        FoundRow row = row("......", "..x...");
        assertThat(row.precision()).isEqualTo(1);
        assertThat(row.macroF1()).isZero();
    }
}
