// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.decode.IgnoredPixels.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredPixelsTest {

    /** The left half of the upper half. */
    private static final IgnoreRegions CORNER = IgnoreRegions.of(0, 0, 0.5, 0.5);

    private static byte[] filled(IgnoreRegions regions, Shape shape, int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        new IgnoredPixels(regions).fill(bytes, 0, shape.width(), 1, shape);
        return bytes;
    }

    private static Shape upright(int width, int height) {
        return new Shape(Orientation.UPRIGHT, width, height, 0, 0);
    }

    @Test
    void whatDoesNotCountGetsTheMeanOfWhatDoes() {
        assertThat(filled(CORNER, upright(2, 2), 99, 10, 20, 60)).containsExactly(30, 10, 20, 60);
    }

    @Test
    void brightValuesAreNotTakenForNegativeOnes() {
        assertThat(filled(CORNER, upright(2, 2), 0, 250, 250, 250)).containsOnly((byte) 250);
    }

    @Test
    void withoutRegionsNothingChanges() {
        assertThat(filled(IgnoreRegions.NONE, upright(2, 2), 1, 2, 3, 4))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void aPictureThatDoesNotCountAtAllIsGrey() {
        assertThat(filled(IgnoreRegions.of(0, 0, 1, 1), upright(2, 1), 1, 2))
                .containsExactly((byte) 128, (byte) 128);
    }

    @Test
    void aValueThatCountsInPartDoesNotCount() {
        assertThat(filled(IgnoreRegions.of(0.3, 0, 0.4, 1), upright(5, 1), 9, 9, 9, 9, 7))
                .containsExactly(9, 8, 8, 8, 7);
    }

    @Test
    void aMarginIsLeftOutAsFarAsThereIsOne() {
        IgnoreRegions edge = IgnoreRegions.of(0, 0, 0.2, 0.5);
        assertThat(
                        filled(
                                edge,
                                new Shape(Orientation.UPRIGHT, 5, 2, 1, 0),
                                9,
                                9,
                                1,
                                1,
                                1,
                                1,
                                1,
                                1,
                                1,
                                1))
                .containsOnly(1);
    }

    @Test
    void eachChannelAndEachRowIsFilledByItself() {
        byte[] rgb = {1, 2, 3, 10, 20, 30, 77, 1, 2, 3, 10, 20, 30, 77};
        new IgnoredPixels(IgnoreRegions.of(0, 0, 0.5, 1)).fill(rgb, 0, 7, 3, upright(2, 2));

        assertThat(rgb).containsExactly(10, 20, 30, 10, 20, 30, 77, 10, 20, 30, 10, 20, 30, 77);
    }

    @Test
    void anotherShapeIsLaidOutAnew() {
        IgnoredPixels corner = new IgnoredPixels(CORNER);
        corner.fill(new byte[4], 0, 2, 1, upright(2, 2));
        byte[] larger = new byte[16];
        larger[5] = 50;

        corner.fill(larger, 0, 4, 1, upright(4, 4));

        assertThat(larger).containsOnly(0);
    }

    /** Where what is shown in the upper left corner is coded. */
    @ParameterizedTest
    @CsvSource({
        "false, false, false, 0",
        "false, true, false, 1",
        "false, false, true, 2",
        "false, true, true, 3",
        "true, false, false, 0",
        "true, true, false, 2",
        "true, false, true, 1",
        "true, true, true, 3"
    })
    void regionsAreOfThePictureAsItIsShown(
            boolean transposed, boolean horizontal, boolean vertical, int coded) {
        Orientation orientation = new Orientation(transposed, horizontal, vertical);
        byte[] values = new byte[4];
        values[coded] = 77;
        FrameGeometry geometry = new FrameGeometry(2, 2, FrameGeometry.Fit.SQUASH);
        PixelPlacer shown = PixelPlacer.of(geometry, orientation, 2, 2, 1);
        byte[] rgb = new byte[12];
        rgb[3 * coded] = 77;
        assertThat(shown.place(rgb, 6)[0]).isEqualTo((byte) 77);

        new IgnoredPixels(CORNER).fill(values, 0, 2, 1, new Shape(orientation, 2, 2, 0, 0));

        assertThat(values).containsOnly(0);
    }
}
