// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicateVectorsTest {

    private DuplicateVectors state = DuplicateVectors.NONE;
    private long k;

    private boolean found(double angle, int brightness) {
        state = state.after(HealthSamples.sample(k++, angle, brightness));
        return state.found();
    }

    @Test
    void aModelThatGivesTheSameForDifferentPicturesIsFound() {
        assertThat(found(1, 0)).isFalse();
        assertThat(found(1, 50)).isFalse();
        assertThat(found(1, 100)).isFalse();
        assertThat(found(1, 150)).isTrue();
    }

    @Test
    void aFrozenCameraIsNoSickModel() {
        for (int i = 0; i < 1000; i++) {
            assertThat(found(1, 100)).isFalse();
        }
    }

    @Test
    void aBlackFilmWithNoiseIsNone() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(found(1, random.nextInt(6))).isFalse();
        }
    }

    @Test
    void picturesThatDifferAndSoDoTheirVectorsAreWell() {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            assertThat(found(0.02 * i, random.nextInt(256))).isFalse();
        }
    }

    @Test
    void itIsOverWithTheFirstVectorThatIsAnother() {
        for (int i = 0; i < 9; i++) {
            found(1, 20 * i);
        }
        assertThat(state.found()).isTrue();
        assertThat(found(1, 0)).as("the first picture again").isTrue();
        assertThat(found(1.1, 50)).isFalse();
    }

    @Test
    void picturesOfWhichNothingIsKnownSayNothing() {
        for (int i = 0; i < 9; i++) {
            var sample = HealthSamples.sample(i, 1, 20 * i);
            state =
                    state.after(
                            new dev.sightline.clip.EmbeddedSample(
                                    sample.stream(),
                                    sample.k(),
                                    sample.time(),
                                    sample.vector(),
                                    false,
                                    sample.preview(),
                                    0,
                                    sample.changes()));
        }
        assertThat(state.found()).isFalse();
    }
}
