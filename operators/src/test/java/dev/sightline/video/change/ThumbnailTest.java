// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

    private final Thumbnail picture = new Scene(1).view(0, 0);

    @Test
    void refusesPlanesOfAnotherSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Thumbnail(new byte[100]));
    }

    @Test
    void readsItsValues() {
        byte[] planes = new byte[Thumbnail.LUMA + 2 * Thumbnail.CHROMA];
        planes[Thumbnail.WIDTH + 2] = (byte) 200;
        planes[Thumbnail.LUMA + Thumbnail.CHROMA + 3] = 90;
        Thumbnail thumbnail = new Thumbnail(planes);
        assertThat(thumbnail.luma(2, 1)).isEqualTo(200);
        assertThat(thumbnail.chroma(1, 3, 0)).isEqualTo(90);
        assertThat(thumbnail.chroma(0, 3, 0)).isZero();
    }

    @Test
    void aFlatPictureHasNoContrastAndHalfTheLightHalfTheContrast() {
        assertThat(Pictures.flat(90).contrast()).isZero();
        assertThat(Pictures.flat(90).contrasts()).containsOnly(0);
        assertThat(picture.contrast()).isGreaterThan(10);
        assertThat(Pictures.lit(picture, 0.5).contrast())
                .isCloseTo(picture.contrast() / 2, within(0.5));
    }

    @Test
    void contrastIsTheDeviationWithinABlock() {
        byte[] planes = Pictures.flat(100).planes();
        int block = 3 * 6 * Thumbnail.WIDTH + 5 * 8;
        planes[block] = (byte) 196;
        planes[block + 5 * Thumbnail.WIDTH + 7] = 52;
        double[] expected = new double[48];
        expected[3 * 8 + 5] = (95 + 49 + 46 * 1) / 48.0; // the mean is 101
        Thumbnail thumbnail = new Thumbnail(planes);
        assertThat(thumbnail.contrasts()).isEqualTo(expected);
        assertThat(thumbnail.contrast()).isCloseTo(190.0 / Thumbnail.LUMA, within(1e-9));
    }

    @Test
    void blackBesideWhiteIsTheMostContrast() {
        byte[] planes = Pictures.flat(0).planes();
        for (int i = 0; i < Thumbnail.LUMA; i++) {
            int y = i / Thumbnail.WIDTH;
            planes[i] = (byte) ((i + y) % 2 * 255);
        }
        assertThat(new Thumbnail(planes).contrasts()).containsOnly(127.5);
    }

    @Test
    void takesOnAnothersMeanAndSpread() {
        Thumbnail lit = halves(100, 120).inTheLightOf(halves(40, 84));
        // (22 + 2) / (10 + 2) times the distance from the mean, which is 62 instead of 110
        assertThat(lit.planes()).isEqualTo(halves(42, 82).planes());
        Thumbnail wide = halves(0, 255); // (127.5 + 2) / (10 + 2) times the distance
        assertThat(halves(10, 30).inTheLightOf(wide).planes()).isEqualTo(halves(20, 235).planes());
        byte[] peaks = Pictures.flat(100).planes();
        peaks[0] = 0;
        peaks[1] = (byte) 200;
        byte[] bright = new Thumbnail(peaks).inTheLightOf(wide).planes();
        assertThat(bright[0] & 0xff).isZero();
        assertThat(bright[1] & 0xff).isEqualTo(255);
    }

    /** One brightness above, another one below, and some colour. */
    private static Thumbnail halves(int above, int below) {
        byte[] planes = Pictures.flat(above).planes();
        Arrays.fill(planes, Thumbnail.LUMA / 2, Thumbnail.LUMA, (byte) below);
        planes[Thumbnail.LUMA] = 7;
        return new Thumbnail(planes);
    }

    @Test
    void keepsACopyOfItsValues() {
        byte[] planes = Pictures.flat(100).planes();
        Thumbnail thumbnail = new Thumbnail(planes);
        planes[0] = 1;
        thumbnail.planes()[1] = 1;
        assertThat(thumbnail.planes()).isEqualTo(Pictures.flat(100).planes());
    }

    @Test
    void anotherLightCanBeTakenBack() {
        Thumbnail dark = Pictures.lit(picture, 0.4);
        Thumbnail again = dark.inTheLightOf(picture);
        assertThat(PictureDifference.unmoved(picture, again))
                .isLessThan(PictureDifference.unmoved(picture, dark) / 2);
        assertThat(again.contrast()).isCloseTo(picture.contrast(), within(2.0));
    }
}
