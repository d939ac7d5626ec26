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
        assertThat(coarse.detail()[Coarse.COLUMNS + 15])
                .isCloseTo((float) deviation(luma), within(0.01f));
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

    /** Of the cell in the second row at the right. */
    private double deviation(double mean) {
        double deviation = 0;
        for (int y = 4; y < 8; y++) {
            for (int x = 60; x < 64; x++) {
                deviation += Math.abs(picture.luma(x, y) - mean) / 16;
            }
        }
        return deviation;
    }

    @Test
    void everyCellIsWhereItLies() {
        for (int cell = 0; cell < Coarse.COLUMNS * Coarse.ROWS; cell++) {
            int x = cell % Coarse.COLUMNS;
            int y = cell / Coarse.COLUMNS;
            byte[] planes = Pictures.flat(90).planes();
            planes[4 * y * Thumbnail.WIDTH + 4 * x + 1] = (byte) 250;
            int chroma = 2 * y * Thumbnail.CHROMA_WIDTH + 2 * x + 1;
            planes[Thumbnail.LUMA + chroma] = 8;
            planes[Thumbnail.LUMA + Thumbnail.CHROMA + chroma] = (byte) 168;
            float[] expected = coarse(Pictures.flat(90)).values();
            expected[cell * Coarse.PLANES] = 100;
            expected[cell * Coarse.PLANES + 1] = 98;
            expected[cell * Coarse.PLANES + 2] = 138;
            float[] detail = new float[Coarse.COLUMNS * Coarse.ROWS];
            detail[cell] = (150 + 15 * 10) / 16f;
            assertThat(coarse(new Thumbnail(planes)).values()).isEqualTo(expected);
            assertThat(coarse(new Thumbnail(planes)).detail()).isEqualTo(detail);
        }
    }

    @Test
    void blackBesideWhiteIsTheMostDetail() {
        byte[] planes = Pictures.flat(0).planes();
        for (int i = 0; i < Thumbnail.LUMA; i++) {
            planes[i] = (byte) (i % 2 * 255);
        }
        Coarse coarse = coarse(new Thumbnail(planes));
        assertThat(coarse.detail()).containsOnly(127.5f);
        assertThat(coarse.values()[0]).isEqualTo(127.5f);
        assertThat(coarse(Pictures.flat(255)).detail()).containsOnly(0);
        assertThat(coarse(Pictures.flat(255)).values()[0]).isEqualTo(255);
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
