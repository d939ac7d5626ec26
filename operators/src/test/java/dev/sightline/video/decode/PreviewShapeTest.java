// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewShapeTest {

    private static final Orientation QUARTER_TURN = new Orientation(true, true, false);

    @ParameterizedTest
    @CsvSource({
        // coded size, pixel shape, turned, preview
        "1920, 1080, 1, false, 320, 180",
        "1920, 1080, 1, true, 180, 320",
        "1080, 1920, 1, false, 180, 320",
        "720, 576, 1.0666667, false, 320, 240",
        "720, 576, 1.4222222, false, 320, 180",
        "1440, 1080, 1.3333333, true, 180, 320",
        "100, 60, 1, false, 100, 60",
        "100, 60, 2, false, 200, 60",
        "100, 60, 0.5, false, 100, 120",
        "161, 121, 1, false, 161, 121",
        "4096, 2, 1, false, 320, 1",
        "1, 1, 1, false, 1, 1",
        "640, 480, 1000000, false, 320, 1",
        "640, 480, 0.000001, false, 1, 320"
    })
    void isInSquarePixelsUprightAndNotEnlarged(
            int codedWidth, int codedHeight, double aspect, boolean turned, int width, int height) {
        Orientation orientation = turned ? QUARTER_TURN : Orientation.UPRIGHT;
        PreviewShape shape = PreviewShape.of(320, orientation, codedWidth, codedHeight, aspect);
        assertThat(shape).isEqualTo(new PreviewShape(orientation, width, height));
        assertThat(shape.scaledWidth()).isEqualTo(turned ? height : width);
        assertThat(shape.scaledHeight()).isEqualTo(turned ? width : height);
    }

    /** Two rows of three, four bytes apart: 1 2 3 over 4 5 6. */
    private static byte[] turned(Orientation orientation) {
        PreviewShape shape = PreviewShape.of(3, orientation, 3, 2, 1);
        return shape.turn(
                new byte[] {1, 2, 3, 0, 4, 5, 6, 0},
                4,
                shape.width(),
                shape.height(),
                shape.width());
    }

    @Test
    void turnsAndMirrors() {
        assertThat(turned(Orientation.UPRIGHT)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(turned(new Orientation(false, true, true))).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(turned(new Orientation(false, true, false))).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(turned(new Orientation(true, false, false))).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(turned(new Orientation(true, true, false))).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(turned(new Orientation(true, false, true))).containsExactly(3, 6, 2, 5, 1, 4);
    }

    @Test
    void leavesRoomAtTheEndOfEachRow() {
        PreviewShape shape = PreviewShape.of(2, Orientation.UPRIGHT, 2, 2, 1);
        assertThat(shape.turn(new byte[] {1, 2, 3, 4}, 2, 2, 2, 3))
                .containsExactly(1, 2, 0, 3, 4, 0);
    }
}
