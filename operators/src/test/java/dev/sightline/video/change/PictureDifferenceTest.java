// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDifferenceTest {

    private final Scene scene = new Scene(1);
    private final Thumbnail picture = scene.view(0, 0);
    private final Thumbnail other = new Scene(2).view(0, 0);

    @Test
    void equalPicturesDoNotDiffer() {
        assertThat(PictureDifference.of(picture, picture)).isZero();
        assertThat(PictureDifference.of(Pictures.flat(16), Pictures.flat(16))).isZero();
    }

    @Test
    void withoutMotionItIsTheMeanOfAllDifferences() {
        byte[] a = picture.planes();
        byte[] b = other.planes();
        double expected = 0;
        for (int i = 0; i < a.length; i++) {
            double weight =
                    i < Thumbnail.LUMA ? 1.0 / Thumbnail.LUMA : 2.0 / (4 * Thumbnail.CHROMA);
            expected += weight * Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        assertThat(PictureDifference.unmoved(picture, other)).isCloseTo(expected, within(1e-9));
        Thumbnail black = new Thumbnail(new byte[a.length]);
        byte[] white = new byte[a.length];
        Arrays.fill(white, (byte) 255);
        assertThat(PictureDifference.unmoved(black, new Thumbnail(white))).isEqualTo(255 * 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1, 2, 4, 6})
    void aCamerasMotionIsLittle(double distance) {
        assertThat(PictureDifference.of(picture, scene.view(distance, distance / 2)))
                .isLessThan(ChangeFinder.CLOSER_LOOK);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9})
    void anotherSceneIsMuchWhateverItsLight(long seed) {
        Thumbnail another = new Scene(seed).view(0, 0);
        assertThat(PictureDifference.of(picture, another)).isGreaterThan(0.6);
        double bright = PictureDifference.of(picture, another);
        double dark = PictureDifference.of(Pictures.lit(picture, 0.2), Pictures.lit(another, 0.2));
        assertThat(dark).isCloseTo(bright, within(0.25 * bright));
    }

    @Test
    void noiseInTheDarkIsLittle() {
        assertThat(PictureDifference.of(Pictures.flat(16), Pictures.flat(17))).isLessThan(0.5);
    }

    @Test
    void blackIsAnotherPicture() {
        assertThat(PictureDifference.of(picture, Pictures.flat(16))).isGreaterThan(0.6);
        assertThat(PictureDifference.of(Pictures.flat(16), picture)).isGreaterThan(0.6);
    }

    @Test
    void anotherLightKeepsTheDetailAndAnotherSceneDoesNot() {
        assertThat(PictureDifference.keepsDetail(picture, Pictures.lit(picture, 0.5))).isTrue();
        assertThat(PictureDifference.keepsDetail(picture, scene.view(2, 0))).isTrue();
        assertThat(PictureDifference.keepsDetail(picture, other)).isFalse();
        assertThat(PictureDifference.keepsDetail(picture, Pictures.flat(100))).isFalse();
    }

    @Test
    void writingKeepsTheDetail() {
        byte[] planes = picture.planes().clone();
        for (int y = 28; y < 33; y++) {
            for (int x = 8; x < 56; x++) {
                planes[y * Thumbnail.WIDTH + x] = (byte) (x % 3 == 0 ? 235 : 16);
            }
        }
        assertThat(PictureDifference.keepsDetail(picture, new Thumbnail(planes))).isTrue();
    }

    @Test
    void halfOfTheDetailIsEnough() {
        for (int rows = 0; rows <= Thumbnail.HEIGHT; rows++) {
            Thumbnail mixed = mixed(rows);
            boolean half = 2 * kept(mixed) >= detailed(mixed);
            // Under another light more may be kept, hardly less.
            if (half || rows < Thumbnail.HEIGHT / 3) {
                assertThat(PictureDifference.keepsDetail(picture, mixed)).isEqualTo(half);
            }
        }
        assertThat(PictureDifference.keepsDetail(picture, mixed(Thumbnail.HEIGHT))).isTrue();
    }

    private static long detailed(Thumbnail later) {
        return Arrays.stream(later.contrasts()).filter(contrast -> contrast >= 4).count();
    }

    private long kept(Thumbnail later) {
        MotionSearch search = new MotionSearch(picture.motion(), later.motion());
        double[] contrasts = later.contrasts();
        return IntStream.range(0, contrasts.length)
                .filter(block -> contrasts[block] >= 4)
                .filter(block -> search.lumaResidual(block) < 0.35 * contrasts[block])
                .count();
    }

    /** So many rows of the picture, and the others of another one. */
    private Thumbnail mixed(int rows) {
        byte[] planes = other.planes().clone();
        System.arraycopy(picture.planes(), 0, planes, 0, rows * Thumbnail.WIDTH);
        return new Thumbnail(planes);
    }
}
