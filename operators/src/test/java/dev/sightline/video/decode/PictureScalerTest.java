// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.FrameGeometry.Fit;
import org.junit.jupiter.api.Test;

class PictureScalerTest {

    /** Left half red, right half blue; an odd width, so that rows are padded. */
    private static byte[] halves(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            rgb[i * 3 + (i % width < width / 2 ? 0 : 2)] = (byte) 200;
        }
        return rgb;
    }

    private static void assertPixel(byte[] rgb, int at, int red, int blue) {
        assertThat(rgb[at * 3] & 0xff).isBetween(red - 2, red + 2);
        assertThat(rgb[at * 3 + 1] & 0xff).isLessThan(3);
        assertThat(rgb[at * 3 + 2] & 0xff).isBetween(blue - 2, blue + 2);
    }

    @Test
    void colourAndPlaceStayWhenAPictureIsMadeSmaller() {
        byte[] scaled =
                PictureScaler.scale(halves(301, 90), 301, 90, new FrameGeometry(8, 8, Fit.SQUASH));
        assertThat(scaled).hasSize(8 * 8 * 3);
        assertPixel(scaled, 1, 200, 0);
        assertPixel(scaled, 6, 0, 200);
        assertPixel(scaled, 8 * 7 + 6, 0, 200);
    }

    @Test
    void aLetterboxLeavesBlackBars() {
        byte[] scaled =
                PictureScaler.scale(
                        halves(64, 32), 64, 32, new FrameGeometry(16, 16, Fit.LETTERBOX));
        assertPixel(scaled, 8, 0, 0);
        assertPixel(scaled, 16 * 8 + 2, 200, 0);
    }

    @Test
    void refusesBytesThatAreNoPictureOfThatSize() {
        assertThatThrownBy(
                        () ->
                                PictureScaler.scale(
                                        new byte[11], 2, 2, new FrameGeometry(4, 4, Fit.SQUASH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11 bytes are no picture of 2x2");
    }
}
