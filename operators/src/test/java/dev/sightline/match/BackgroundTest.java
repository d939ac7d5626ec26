// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void everyPictureIsScored() {
        float[] vectors = new float[2 * Background.LEAST_PICTURES];
        vectors[0] = 1;
        vectors[3] = 1;
        float[] scores = new Background(vectors, 2).scores(new float[] {0.6f, 0.8f});
        assertThat(scores).hasSize(Background.LEAST_PICTURES).startsWith(0.6f, 0.8f, 0f);
    }

    @Test
    void whatIsNoBackgroundIsRefused() {
        assertThatThrownBy(() -> new Background(new float[129], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("129");
        assertThatThrownBy(() -> new Background(new float[20], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10 pictures");
    }

    @Test
    void aQueryOfAnotherModelIsRefused() {
        Background background = new Background(new float[128], 2);
        assertThatThrownBy(() -> background.scores(new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 dimensions");
    }
}
