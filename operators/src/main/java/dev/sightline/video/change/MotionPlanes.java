// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static dev.sightline.video.change.Thumbnail.CHROMA;
import static dev.sightline.video.change.Thumbnail.CHROMA_HEIGHT;
import static dev.sightline.video.change.Thumbnail.CHROMA_WIDTH;
import static dev.sightline.video.change.Thumbnail.HEIGHT;
import static dev.sightline.video.change.Thumbnail.LUMA;
import static dev.sightline.video.change.Thumbnail.WIDTH;

/**
 * A small picture made ready for {@link MotionSearch}, some 70 KiB: four values to a number, with
 * margins as wide as the search goes.
 */
final class MotionPlanes {

    /** Luma at half size and two of chroma. */
    static final int COUNT = 3;

    /** Size of a block at half size, in values. */
    static final int BLOCK_WIDTH = Lanes.COUNT;

    static final int BLOCK_HEIGHT = 3;

    /** Greatest displacement at half size. */
    static final int RANGE_X = 4;

    static final int RANGE_Y = 3;

    /** Places in a row at half size. */
    static final int HALF_WIDTH = CHROMA_WIDTH + 2 * RANGE_X;

    /** Place of the first value at half size. */
    static final int HALF_ORIGIN = RANGE_X * HALF_WIDTH + RANGE_X;

    private static final int FULL_MARGIN = 2 * RANGE_X + 1;

    /** Places in a row of luma at full size. */
    static final int FULL_WIDTH = WIDTH + 2 * FULL_MARGIN;

    /** Place of the first value of luma at full size. */
    static final int FULL_ORIGIN = FULL_MARGIN * FULL_WIDTH + FULL_MARGIN;

    /**
     * A chroma plane's mean difference counts so much of luma's; colours are weak in most video.
     */
    static final int CHROMA_WEIGHT = 2;

    /** A value of luma at half size stands for four, one of chroma counts twice. */
    private static final int HALF_WEIGHT = 4 / CHROMA_WEIGHT;

    private final long[][] half;
    private final long[] sums;
    private final long[] full;

    /**
     * @param planes of a thumbnail
     */
    MotionPlanes(byte[] planes) {
        half =
                new long[][] {
                    Lanes.of(halved(planes), 0, CHROMA_WIDTH, CHROMA_HEIGHT, RANGE_X, HALF_WEIGHT),
                    Lanes.of(planes, LUMA, CHROMA_WIDTH, CHROMA_HEIGHT, RANGE_X, 1),
                    Lanes.of(planes, LUMA + CHROMA, CHROMA_WIDTH, CHROMA_HEIGHT, RANGE_X, 1)
                };
        sums = sums(half);
        full = Lanes.of(planes, 0, WIDTH, HEIGHT, FULL_MARGIN, 1);
    }

    /** Those of the same picture, left and right exchanged. */
    static MotionPlanes mirrored(byte[] planes) {
        byte[] mirrored = new byte[planes.length];
        mirror(planes, mirrored, 0, WIDTH, HEIGHT);
        mirror(planes, mirrored, LUMA, CHROMA_WIDTH, 2 * CHROMA_HEIGHT);
        return new MotionPlanes(mirrored);
    }

    private static void mirror(byte[] from, byte[] to, int offset, int width, int height) {
        for (int y = 0; y < height; y++) {
            int row = offset + y * width;
            for (int x = 0; x < width; x++) {
                to[row + x] = from[row + width - 1 - x];
            }
        }
    }

    /** Luma at half the width and height, the size of a chroma plane. */
    private static byte[] halved(byte[] planes) {
        byte[] half = new byte[CHROMA];
        for (int y = 0; y < CHROMA_HEIGHT; y++) {
            for (int x = 0; x < CHROMA_WIDTH; x++) {
                int at = 2 * y * WIDTH + 2 * x;
                int sum =
                        (planes[at] & 0xff)
                                + (planes[at + 1] & 0xff)
                                + (planes[at + WIDTH] & 0xff)
                                + (planes[at + WIDTH + 1] & 0xff);
                half[y * CHROMA_WIDTH + x] = (byte) ((sum + 2) >> 2);
            }
        }
        return half;
    }

    private static long[] sums(long[][] planes) {
        long[] sums = new long[planes[0].length - (BLOCK_HEIGHT - 1) * HALF_WIDTH];
        for (int plane = 0; plane < COUNT; plane++) {
            long[] values = planes[plane];
            for (int i = 0; i < sums.length; i++) {
                long rows = values[i] + values[i + HALF_WIDTH] + values[i + 2 * HALF_WIDTH];
                sums[i] |= (long) Lanes.sum(rows) << Short.SIZE * plane;
            }
        }
        return sums;
    }

    /** A plane at half size. */
    long[] half(int plane) {
        return half[plane];
    }

    /** Of each place at half size the sums of the block that begins there, a plane a lane. */
    long[] sums() {
        return sums;
    }

    /** Luma at full size. */
    long[] full() {
        return full;
    }
}
