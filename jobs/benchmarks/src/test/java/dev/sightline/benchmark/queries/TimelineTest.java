// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static Shot shot(int samples, String shows) {
        int[] sceneStarts = new int[samples];
        for (int i = 0; i < samples; i++) {
            sceneStarts[i] = i;
        }
        float[] vector = {1, 0};
        return new Shot(Collections.nCopies(samples, vector), sceneStarts, List.of(shows));
    }

    @Test
    void everyShotComesOnceBeforeAnyComesAgain() {
        Timeline timeline =
                Timeline.shuffled(List.of(shot(3, "a dog"), shot(2, "a cat")), 9, new Random(1));
        assertThat(timeline.samples()).hasSize(10);
        boolean[] dogs = timeline.truth("a dog");
        int first = 0;
        for (int i = 0; i < 5; i++) {
            first += dogs[i] ? 1 : 0;
        }
        assertThat(first).isEqualTo(3);
    }

    @Test
    void scenesBeginWithTheirShots() {
        Timeline timeline = Timeline.shuffled(List.of(shot(3, "a dog")), 6, new Random(1));
        assertThat(timeline.samples())
                .extracting(Timeline.LabelledSample::sceneStart)
                .containsExactly(0L, 0L, 0L, 3L, 3L, 3L);
        assertThat(timeline.cosines(new float[] {0.6f, 0.8f})).containsOnly(0.6f);
    }
}
