// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final LiveSettings SETTINGS =
            new LiveSettings(
                    Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1), 8, 64);

    private static List<Long> waits(double random, int count) {
        BackOff backOff = new BackOff(SETTINGS, () -> random);
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waits.add(backOff.nextMs());
        }
        return waits;
    }

    @Test
    void doublesUpToTheLimit() {
        assertThat(waits(1, 7))
                .containsExactly(1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void variesOverTheUpperHalf() {
        assertThat(waits(0, 3)).containsExactly(500L, 1000L, 2000L);
    }

    @Test
    void neverOverflows() {
        assertThat(waits(1, 200)).endsWith(30_000L).allMatch(wait -> wait > 0);
    }

    @Test
    void beginsAnewWhenTheStreamWasThere() {
        BackOff backOff = new BackOff(SETTINGS, () -> 1);
        backOff.nextMs();
        backOff.nextMs();
        assertThat(backOff.attempt()).isEqualTo(2);
        backOff.reset();
        assertThat(backOff.nextMs()).isEqualTo(1000);
        assertThat(backOff.attempt()).isEqualTo(1);
    }
}
