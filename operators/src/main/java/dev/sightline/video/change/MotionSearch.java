// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static dev.sightline.video.change.Thumbnail.CHROMA;
import static dev.sightline.video.change.Thumbnail.CHROMA_HEIGHT;
import static dev.sightline.video.change.Thumbnail.CHROMA_WIDTH;
import static dev.sightline.video.change.Thumbnail.HEIGHT;
import static dev.sightline.video.change.Thumbnail.LUMA;
import static dev.sightline.video.change.Thumbnail.WIDTH;

/**
 * Block matching in two steps: all displacements up to an eighth of the width and a sixth of the
 * height at half the size, then the best one refined at full size. 8 x 6 blocks, each of 8 x 6 luma
 * values; beyond its edges a picture goes on with its last row or column.
 *
 * <p>Most displacements are left out because the sums of the two blocks differ by more than the
 * best one leaves (successive elimination: W. Li, E. Salari, IEEE Transactions on Image Processing
 * 4(1), 1995); what is found is the same.
 */
final class MotionSearch {

    /**
     * A chroma plane's mean difference counts so much of luma's; colours are weak in most video.
     */
    static final int CHROMA_WEIGHT = 2;

    /** Size of a block at half size, in values. */
    private static final int BLOCK_WIDTH = Lanes.COUNT;

    private static final int BLOCK_HEIGHT = 3;

    private static final int COLUMNS = CHROMA_WIDTH / BLOCK_WIDTH;
    private static final int BLOCKS = COLUMNS * (CHROMA_HEIGHT / BLOCK_HEIGHT);

    private static final int RANGE_X = 4;
    private static final int RANGE_Y = 3;

    /** A value of luma at half size stands for four, one of chroma counts twice. */
    private static final int HALF_WEIGHT = 4 / CHROMA_WEIGHT;

    /** Luma at half size and two of chroma. */
    private static final int PLANES = 3;

    private final Lanes[] source;
    private final Lanes[] target;
    private final long[] sourceSums;
    private final long[] targetSums;
    private final Lanes fineSource;
    private final Lanes fineTarget;
    private int there;

    private MotionSearch(Thumbnail from, Thumbnail to) {
        source = half(from);
        target = half(to);
        sourceSums = sums(source);
        targetSums = sums(target);
        fineSource = Lanes.of(from.planes(), 0, WIDTH, HEIGHT, 2 * RANGE_X + 1, 1);
        fineTarget = Lanes.of(to.planes(), 0, WIDTH, HEIGHT, 0, 1);
    }

    private static Lanes[] half(Thumbnail picture) {
        byte[] planes = picture.planes();
        return new Lanes[] {
            Lanes.of(picture.half(), 0, CHROMA_WIDTH, CHROMA_HEIGHT, RANGE_X, HALF_WEIGHT),
            Lanes.of(planes, LUMA, CHROMA_WIDTH, CHROMA_HEIGHT, RANGE_X, 1),
            Lanes.of(planes, LUMA + CHROMA, CHROMA_WIDTH, CHROMA_HEIGHT, RANGE_X, 1)
        };
    }

    /** Of each place the sums of the block that begins there, a plane a lane. */
    private static long[] sums(Lanes[] planes) {
        int width = planes[0].width();
        long[] sums = new long[planes[0].values().length - (BLOCK_HEIGHT - 1) * width];
        for (int plane = 0; plane < PLANES; plane++) {
            long[] values = planes[plane].values();
            for (int i = 0; i < sums.length; i++) {
                long rows = values[i] + values[i + width] + values[i + 2 * width];
                sums[i] |= (long) Lanes.sum(rows) << Short.SIZE * plane;
            }
        }
        return sums;
    }

    /**
     * Mean absolute difference, luma plus {@value #CHROMA_WEIGHT} times the chroma, between a
     * picture and the best blocks of another.
     */
    static double residual(Thumbnail from, Thumbnail to) {
        MotionSearch search = new MotionSearch(from, to);
        int sum = 0;
        for (int block = 0; block < BLOCKS; block++) {
            sum += search.luma(block) + search.chroma(block);
        }
        return (double) sum / LUMA;
    }

    /** Mean absolute difference of luma between each block and the best one of another picture. */
    static double[] lumaResiduals(Thumbnail from, Thumbnail to) {
        MotionSearch search = new MotionSearch(from, to);
        double[] residuals = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            residuals[block] = (double) search.luma(block) * BLOCKS / LUMA;
        }
        return residuals;
    }

    /** Finds where a block comes from; how much it differs in luma at full size. */
    private int luma(int block) {
        int x = BLOCK_WIDTH * (block % COLUMNS);
        int y = BLOCK_HEIGHT * (block / COLUMNS);
        int here = source[0].origin() + y * source[0].width() + x;
        search(here);
        return refined(2 * x, 2 * y, there - here);
    }

    private void search(int here) {
        long sums = targetSums[here];
        int width = source[0].width();
        // It is found again in its turn: of equally good ones the first one counts.
        int best = cost(here, here) + 1;
        for (int dy = -RANGE_Y; dy <= RANGE_Y; dy++) {
            for (int dx = -RANGE_X; dx <= RANGE_X; dx++) {
                int place = here + dy * width + dx;
                // Of equally good displacements the shortest is the likeliest.
                int length = Math.abs(dx) + Math.abs(dy);
                long apart = Lanes.distance(sourceSums[place], sums, Lanes.LARGE);
                int bound = CHROMA_WEIGHT * (Lanes.sum(apart) - Lanes.COUNT * Lanes.LARGE);
                int cost = bound + length < best ? cost(place, here) + length : best;
                if (cost < best) {
                    best = cost;
                    there = place;
                }
            }
        }
    }

    /** Weighted difference of a block from a place. */
    private int cost(int place, int here) {
        long sum = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            sum += distances(plane, place, here);
        }
        int distances = PLANES * BLOCK_HEIGHT * Lanes.COUNT;
        return CHROMA_WEIGHT * (Lanes.sum(sum) - distances * Lanes.SMALL);
    }

    private long distances(int plane, int place, int here) {
        long[] a = source[plane].values();
        long[] b = target[plane].values();
        int width = source[plane].width();
        return Lanes.distance(a[place], b[here], Lanes.SMALL)
                + Lanes.distance(a[place + width], b[here + width], Lanes.SMALL)
                + Lanes.distance(a[place + 2 * width], b[here + 2 * width], Lanes.SMALL);
    }

    /** Weighted sum of the block's differences of chroma. */
    private int chroma(int block) {
        int y = BLOCK_HEIGHT * (block / COLUMNS);
        int here = source[0].origin() + y * source[0].width() + BLOCK_WIDTH * (block % COLUMNS);
        long sum = distances(1, there, here) + distances(2, there, here);
        int distances = (PLANES - 1) * BLOCK_HEIGHT * Lanes.COUNT;
        return CHROMA_WEIGHT * (Lanes.sum(sum) - distances * Lanes.SMALL);
    }

    /** Least difference of luma around a displacement, given at half size. */
    private int refined(int x, int y, int shift) {
        int halfWidth = source[0].width();
        int dy = Math.floorDiv(shift + RANGE_X, halfWidth);
        int dx = shift - dy * halfWidth;
        int width = fineSource.width();
        int place = fineSource.origin() + (y + 2 * dy) * width + x + 2 * dx;
        int here = y * WIDTH + x;
        int least = Integer.MAX_VALUE;
        for (int row = place - width; row <= place + width; row += width) {
            for (int from = row - 1; from <= row + 1; from++) {
                least = Math.min(least, fine(from, here));
            }
        }
        return least;
    }

    private int fine(int from, int here) {
        long[] a = fineSource.values();
        long[] b = fineTarget.values();
        int width = fineSource.width();
        long sum = 0;
        for (int y = 0; y < 2 * BLOCK_HEIGHT; y++) {
            int i = from + y * width;
            int j = here + y * WIDTH;
            sum +=
                    Lanes.distance(a[i], b[j], Lanes.SMALL)
                            + Lanes.distance(a[i + 4], b[j + 4], Lanes.SMALL);
        }
        return Lanes.sum(sum) - 4 * BLOCK_HEIGHT * Lanes.COUNT * Lanes.SMALL;
    }
}
