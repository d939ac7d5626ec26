// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionSearchTest {

    private final Scene scene = new Scene(3);
    private final Thumbnail picture = scene.view(0, 0);

    private static double residual(Thumbnail from, Thumbnail to) {
        return new MotionSearch(from.motion(), to.motion()).residual();
    }

    private static double[] lumaResiduals(Thumbnail from, Thumbnail to) {
        MotionSearch search = new MotionSearch(from.motion(), to.motion());
        return IntStream.range(0, to.contrasts().length)
                .mapToDouble(search::lumaResidual)
                .toArray();
    }

    @Test
    void aStillPictureLeavesNothing() {
        assertThat(residual(picture, picture)).isZero();
        assertThat(lumaResiduals(picture, picture)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"2,0", "8,0", "-8,0", "0,6", "4,-4"})
    void findsTheDisplacementOfTheInnerBlocks(int x, int y) {
        double[] residuals = lumaResiduals(picture, scene.view(x, y));
        long found = Arrays.stream(residuals).filter(residual -> residual < 0.5).count();
        assertThat(found).isGreaterThanOrEqualTo(6 * 4);
    }

    @Test
    void doesNotLookFurther() {
        double near = residual(picture, scene.view(8, 0));
        double far = residual(picture, scene.view(24, 0));
        assertThat(far).isGreaterThan(2 * near);
    }

    @Test
    void colourAloneIsADifference() {
        byte[] planes = picture.planes().clone();
        for (int i = Thumbnail.LUMA; i < planes.length; i++) {
            planes[i] = (byte) (255 - (planes[i] & 0xff));
        }
        assertThat(residual(picture, new Thumbnail(planes))).isGreaterThan(2);
    }
}
