// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlankPictureTest {

    private static final int WIDTH = 70;
    private static final int HEIGHT = 50;

    /** The value of a colour at a place, 0 to 255. */
    private interface Painter {
        int value(int x, int y, int colour);
    }

    private static boolean blank(int width, int height, Painter painter) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            rgb[i] = (byte) painter.value(pixel % width, pixel / width, i % 3);
        }
        return BlankPicture.is(rgb, width, height);
    }

    @Test
    void blackAndWhiteAndOneColourAreBlank() {
        assertThat(blank(WIDTH, HEIGHT, (x, y, colour) -> 0)).isTrue();
        assertThat(blank(WIDTH, HEIGHT, (x, y, colour) -> 255)).isTrue();
        assertThat(blank(WIDTH, HEIGHT, (x, y, colour) -> colour == 2 ? 255 : 0)).isTrue();
    }

    @Test
    void noiseOnBlackIsBlank() {
        Random random = new Random(1);
        assertThat(blank(WIDTH, HEIGHT, (x, y, colour) -> random.nextInt(24))).isTrue();
    }

    @Test
    void aFaintObjectIsSomething() {
        assertThat(blank(WIDTH, HEIGHT, (x, y, colour) -> x < 20 && y < 20 ? 30 : 0)).isFalse();
    }

    @Test
    void aGradientOfOneColourIsSomething() {
        assertThat(blank(WIDTH, HEIGHT, (x, y, colour) -> colour == 0 ? x : 0)).isFalse();
    }

    @Test
    void aPictureSmallerThanTheCellsIsLookedAtToo() {
        assertThat(blank(5, 3, (x, y, colour) -> 9)).isTrue();
        assertThat(blank(5, 3, (x, y, colour) -> 50 * x)).isFalse();
    }
}
