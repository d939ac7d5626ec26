// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoarseTest {

    private final Thumbnail picture = new Scene(4).view(0, 0);

    private static Coarse coarse(Thumbnail picture) {
        return Coarse.of(new Frame(7, picture));
    }

    @Test
    void averagesLumaAndColour() {
        Coarse coarse = coarse(picture);
        double luma = 0;
        for (int y = 4; y < 8; y++) {
            for (int x = 60; x < 64; x++) {
                luma += picture.luma(x, y) / 16.0;
            }
        }
        int cell = (Coarse.COLUMNS + 15) * Coarse.PLANES;
        assertThat(coarse.values()[cell]).isCloseTo((float) luma, within(0.01f));
        double red = 0;
        for (int y = 2; y < 4; y++) {
            for (int x = 30; x < 32; x++) {
                red += picture.chroma(1, x, y) / 4.0;
            }
        }
        assertThat(coarse.values()[cell + 2]).isCloseTo((float) red, within(0.01f));
        assertThat(coarse.pts()).isEqualTo(7);
    }

    @Test
    void anotherLightLeavesTheStructure() {
        Coarse dark = coarse(Pictures.lit(picture, 0.5));
        assertThat(coarse(picture).correlation(dark)).isGreaterThan(0.98);
        assertThat(coarse(picture).correlation(coarse(new Scene(5).view(0, 0))))
                .isBetween(-0.7, 0.7);
        assertThat(coarse(picture).correlation(coarse(Pictures.flat(100)))).isZero();
    }

    @Test
    void onlyCellsThatDifferCount() {
        Coarse black = coarse(Pictures.flat(16));
        assertThat(black.detailWhereUnlike(black)).isZero();
        assertThat(black.detailWhereUnlike(coarse(picture))).isZero();
        assertThat(coarse(picture).detailWhereUnlike(black)).isGreaterThan(4);
        assertThat(black.deviationWhereUnlike(coarse(picture))).isZero();
        assertThat(coarse(picture).deviationWhereUnlike(black)).isGreaterThan(10);
    }
}
