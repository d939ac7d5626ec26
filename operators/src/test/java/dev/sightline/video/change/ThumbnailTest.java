// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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
    void anotherLightCanBeTakenBack() {
        Thumbnail dark = Pictures.lit(picture, 0.4);
        Thumbnail again = dark.inTheLightOf(picture);
        assertThat(PictureDifference.unmoved(picture, again))
                .isLessThan(PictureDifference.unmoved(picture, dark) / 2);
        assertThat(again.contrast()).isCloseTo(picture.contrast(), within(2.0));
    }
}
