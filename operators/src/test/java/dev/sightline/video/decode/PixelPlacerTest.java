// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.FrameGeometry.Fit;
import org.junit.jupiter.api.Test;

class PixelPlacerTest {

    private static final FrameGeometry SQUARE = new FrameGeometry(2, 2, Fit.SQUASH);

    /** Rows of one byte a channel: the three channels of pixel n hold n. */
    private static byte[] picture(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3);
        }
        return rgb;
    }

    private static int[] pixels(byte[] rgb) {
        int[] pixels = new int[rgb.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = rgb[i * 3 + 1];
        }
        return pixels;
    }

    private static int[] placed(Orientation orientation) {
        PixelPlacer placer = PixelPlacer.of(SQUARE, orientation, 2, 2, 1);
        return pixels(placer.place(picture(2, 2), 6));
    }

    @Test
    void keepsAnUprightPicture() {
        assertThat(placed(Orientation.UPRIGHT)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void turnsByTheDisplayMatrix() {
        // FFmpeg's matrix for a clockwise quarter turn of what is shown: b = 1, c = -1.
        assertThat(placed(Orientation.of(0, 65536, -65536, 0))).containsExactly(2, 0, 3, 1);
        assertThat(placed(Orientation.of(0, -65536, 65536, 0))).containsExactly(1, 3, 0, 2);
        assertThat(placed(Orientation.of(-65536, 0, 0, -65536))).containsExactly(3, 2, 1, 0);
    }

    @Test
    void mirrorsByTheDisplayMatrix() {
        assertThat(placed(Orientation.of(-65536, 0, 0, 65536))).containsExactly(1, 0, 3, 2);
        assertThat(placed(Orientation.of(65536, 0, 0, -65536))).containsExactly(2, 3, 0, 1);
    }

    @Test
    void cropsTheCentreOfAWidePicture() {
        PixelPlacer placer =
                PixelPlacer.of(
                        new FrameGeometry(2, 2, Fit.CENTER_CROP), Orientation.UPRIGHT, 8, 4, 1);
        assertThat(placer.shownWidth()).isEqualTo(4);
        assertThat(placer.shownHeight()).isEqualTo(2);
        assertThat(pixels(placer.place(picture(4, 2), 12))).containsExactly(1, 2, 5, 6);
    }

    @Test
    void putsBarsRoundALetterboxedPicture() {
        PixelPlacer placer =
                PixelPlacer.of(
                        new FrameGeometry(4, 4, Fit.LETTERBOX), Orientation.UPRIGHT, 8, 4, 1);
        assertThat(placer.scaledHeight()).isEqualTo(2);
        assertThat(pixels(placer.place(picture(4, 2), 12)))
                .containsExactly(0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0);
    }

    @Test
    void countsPixelsThatAreNotSquare() {
        PixelPlacer placer =
                PixelPlacer.of(
                        new FrameGeometry(16, 16, Fit.CENTER_CROP),
                        Orientation.UPRIGHT,
                        720,
                        576,
                        16 / 15.0);
        assertThat(placer.shownWidth()).isEqualTo(21);
    }

    @Test
    void boundsARibbon() {
        PixelPlacer placer =
                PixelPlacer.of(
                        new FrameGeometry(224, 224, Fit.CENTER_CROP),
                        Orientation.UPRIGHT,
                        60_000,
                        2,
                        1);
        assertThat(placer.shownWidth()).isEqualTo(224 * 32);
    }
}
