// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureSketchTest {

    private static final int BYTES = 224 * 224 * 3;

    private static byte[] grey(int value) {
        byte[] rgb = new byte[BYTES];
        Arrays.fill(rgb, (byte) value);
        return rgb;
    }

    private static double difference(byte[] one, byte[] other) {
        return PictureSketch.difference(PictureSketch.of(one), PictureSketch.of(other));
    }

    @Test
    void aPictureDoesNotDifferFromItself() {
        byte[] noise = new byte[BYTES];
        new Random(1).nextBytes(noise);
        assertThat(difference(noise, noise.clone())).isZero();
    }

    @Test
    void blackAndWhiteDifferByAll() {
        assertThat(difference(grey(0), grey(255))).isEqualTo(255);
        assertThat(difference(grey(100), grey(110))).isEqualTo(10);
    }

    @Test
    void theNoiseOfACameraIsNoDifference() {
        byte[] noisy = grey(100);
        Random random = new Random(2);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (byte) (10 * random.nextGaussian());
        }
        assertThat(difference(grey(100), noisy)).isLessThan(2);
    }

    @Test
    void anythingLargeIsADifferenceWhereverItStands() {
        for (int column = 0; column < 224; column += 56) {
            byte[] picture = grey(0);
            for (int y = 0; y < 224; y++) {
                int from = (y * 224 + column) * 3;
                Arrays.fill(picture, from, from + 56 * 3, (byte) 255);
            }
            assertThat(difference(grey(0), picture)).isGreaterThan(16);
        }
    }

    @Test
    void aSketchThatIsMissingSaysNothing() {
        byte[] sketch = PictureSketch.of(grey(7));
        assertThat(PictureSketch.difference(sketch, new byte[0])).isZero();
        assertThat(PictureSketch.difference(new byte[0], sketch)).isZero();
    }

    @Test
    void aTinyPictureHasOneToo() {
        assertThat(PictureSketch.of(new byte[] {1, 2, 3})).hasSize(PictureSketch.STRIPS);
        assertThat(PictureSketch.of(new byte[0])).hasSize(PictureSketch.STRIPS);
    }
}
