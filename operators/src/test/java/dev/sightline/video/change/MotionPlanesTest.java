// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MotionPlanesTest {

    private static final int VALUE = 0xffff;

    private final Thumbnail picture = new Scene(1).view(0, 0);

    @Test
    void halvesTheLuma() {
        MotionPlanes planes = new MotionPlanes(picture.planes());
        int sum =
                picture.luma(20, 8)
                        + picture.luma(21, 8)
                        + picture.luma(20, 9)
                        + picture.luma(21, 9);
        int place = MotionPlanes.HALF_ORIGIN + 4 * MotionPlanes.HALF_WIDTH + 10;
        assertThat(planes.half(0)[place] & VALUE).isEqualTo(2 * ((sum + 2) / 4));
    }

    @Test
    void sumsABlockOfEachPlane() {
        MotionPlanes planes = new MotionPlanes(Pictures.flat(77).planes());
        int values = MotionPlanes.BLOCK_WIDTH * MotionPlanes.BLOCK_HEIGHT;
        long sums = planes.sums()[MotionPlanes.HALF_ORIGIN];
        assertThat(sums & VALUE).isEqualTo(2L * 77 * values);
        assertThat(sums >>> 16 & VALUE).isEqualTo(128L * values);
        assertThat(sums >>> 32).isEqualTo(128L * values);
    }

    @Test
    void mirroringExchangesLeftAndRight() {
        MotionPlanes mirrored = picture.mirroredMotion();
        MotionPlanes expected = new MotionPlanes(mirrored(picture));
        assertThat(mirrored.full()).isEqualTo(expected.full());
        assertThat(mirrored.sums()).isEqualTo(expected.sums());
        for (int plane = 0; plane < MotionPlanes.COUNT; plane++) {
            assertThat(mirrored.half(plane)).isEqualTo(expected.half(plane));
        }
    }

    private static byte[] mirrored(Thumbnail picture) {
        byte[] planes = new byte[Thumbnail.LUMA + 2 * Thumbnail.CHROMA];
        for (int i = 0; i < planes.length; i++) {
            int width = i < Thumbnail.LUMA ? Thumbnail.WIDTH : Thumbnail.CHROMA_WIDTH;
            planes[i] = picture.planes()[i + width - 1 - 2 * (i % width)];
        }
        return planes;
    }
}
