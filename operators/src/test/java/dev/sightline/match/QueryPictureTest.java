// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.MalformedRequest;
import dev.sightline.video.FrameGeometry;
import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryPictureTest {

    private static final FrameGeometry SMALL = new FrameGeometry(4, 4, FrameGeometry.Fit.SQUASH);

    private static void assertRefused(byte[] picture, String expected) {
        assertThatThrownBy(() -> QueryPicture.pixels(picture, SMALL))
                .isInstanceOf(MalformedRequest.Unsupported.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void aPictureBecomesPixelsOfTheModelsSize(String format) throws Exception {
        byte[] file = QueryPictures.file(format, 37, 19, new Color(200, 40, 90));
        byte[] rgb = QueryPicture.pixels(file, SMALL);
        assertThat(rgb).hasSize(4 * 4 * 3);
        assertThat(rgb[0] & 0xff).isBetween(195, 205);
        assertThat(rgb[1] & 0xff).isBetween(35, 45);
        assertThat(rgb[2] & 0xff).isBetween(85, 95);
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        byte[] file = QueryPictures.file("png", 8, 8, new Color(255, 0, 0, 0));
        for (byte value : QueryPicture.pixels(file, SMALL)) {
            assertThat(value & 0xff).isGreaterThan(252);
        }
    }

    @Test
    void refusesOtherFormatsAndWhatIsNoPicture() {
        assertRefused(QueryPictures.file("gif", 8, 8, Color.RED), "neither a JPEG nor a PNG");
        assertRefused(new byte[100], "neither a JPEG nor a PNG");
        assertRefused(new byte[0], "neither a JPEG nor a PNG");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 20, 40, 60})
    void refusesATornFileWithoutACrash(int length) {
        byte[] file = QueryPictures.file("png", 64, 64, Color.RED);
        assertRefused(Arrays.copyOf(file, length), "the picture ");
    }

    @Test
    void refusesASmallFileThatUnpacksToManyPixels() {
        byte[] file = QueryPictures.file("png", 4001, 4000, Color.RED);
        assertThat(file.length).isLessThan(1 << 20);
        assertRefused(file, "more than 16 million pixels: 16004000");
    }
}
