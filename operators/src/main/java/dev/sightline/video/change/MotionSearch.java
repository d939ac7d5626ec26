// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static dev.sightline.video.change.MotionPlanes.BLOCK_HEIGHT;
import static dev.sightline.video.change.MotionPlanes.BLOCK_WIDTH;
import static dev.sightline.video.change.MotionPlanes.CHROMA_WEIGHT;
import static dev.sightline.video.change.MotionPlanes.FULL_ORIGIN;
import static dev.sightline.video.change.MotionPlanes.FULL_WIDTH;
import static dev.sightline.video.change.MotionPlanes.HALF_ORIGIN;
import static dev.sightline.video.change.MotionPlanes.HALF_WIDTH;
import static dev.sightline.video.change.MotionPlanes.RANGE_X;
import static dev.sightline.video.change.MotionPlanes.RANGE_Y;
import static dev.sightline.video.change.Thumbnail.CHROMA_HEIGHT;
import static dev.sightline.video.change.Thumbnail.CHROMA_WIDTH;
import static dev.sightline.video.change.Thumbnail.LUMA;

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

    private static final int COLUMNS = CHROMA_WIDTH / BLOCK_WIDTH;
    private static final int BLOCKS = COLUMNS * (CHROMA_HEIGHT / BLOCK_HEIGHT);

    private final MotionPlanes source;
    private final MotionPlanes target;
    private int there;

    /**
     * @param source the picture that blocks are taken from
     * @param target the picture whose blocks are looked for
     */
    MotionSearch(MotionPlanes source, MotionPlanes target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Mean absolute difference, luma plus {@value MotionPlanes#CHROMA_WEIGHT} times the chroma,
     * between the target and the best blocks of the source.
     */
    double residual() {
        int sum = 0;
        for (int block = 0; block < BLOCKS; block++) {
            sum += luma(block) + chroma(block);
        }
        return (double) sum / LUMA;
    }

    /** Mean absolute difference of luma between a block of the target and the source's best one. */
    double lumaResidual(int block) {
        return (double) luma(block) * BLOCKS / LUMA;
    }

    /** Finds where a block comes from; how much it differs in luma at full size. */
    private int luma(int block) {
        int x = BLOCK_WIDTH * (block % COLUMNS);
        int y = BLOCK_HEIGHT * (block / COLUMNS);
        int here = HALF_ORIGIN + y * HALF_WIDTH + x;
        search(here);
        return refined(2 * x, 2 * y, there - here);
    }

    private void search(int here) {
        long[] sourceSums = source.sums();
        long sums = target.sums()[here];
        // It is found again in its turn: of equally good ones the first one counts.
        int best = cost(here, here, Integer.MAX_VALUE) + 1;
        for (int dy = -RANGE_Y; dy <= RANGE_Y; dy++) {
            for (int dx = -RANGE_X; dx <= RANGE_X; dx++) {
                int place = here + dy * HALF_WIDTH + dx;
                // Of equally good displacements the shortest is the likeliest.
                int length = Math.abs(dx) + Math.abs(dy);
                long apart = Lanes.large(sourceSums[place], sums);
                int bound = CHROMA_WEIGHT * (Lanes.sum(apart) - Lanes.COUNT * Lanes.LARGE);
                if (bound + length < best) {
                    int cost = cost(place, here, best - length) + length;
                    if (cost < best) {
                        best = cost;
                        there = place;
                    }
                }
            }
        }
    }

    /** Weighted difference of a block from a place; of luma alone if that reaches a limit. */
    private int cost(int place, int here, int limit) {
        int luma = weighted(distances(0, place, here), 1);
        return luma >= limit
                ? luma
                : luma + weighted(distances(1, place, here) + distances(2, place, here), 2);
    }

    private static int weighted(long distances, int planes) {
        int lanes = planes * BLOCK_HEIGHT * Lanes.COUNT;
        return CHROMA_WEIGHT * (Lanes.sum(distances) - lanes * Lanes.SMALL);
    }

    private long distances(int plane, int place, int here) {
        long[] a = source.half(plane);
        long[] b = target.half(plane);
        return Lanes.small(a[place], b[here])
                + Lanes.small(a[place + HALF_WIDTH], b[here + HALF_WIDTH])
                + Lanes.small(a[place + 2 * HALF_WIDTH], b[here + 2 * HALF_WIDTH]);
    }

    /** Weighted sum of the block's differences of chroma. */
    private int chroma(int block) {
        int y = BLOCK_HEIGHT * (block / COLUMNS);
        int here = HALF_ORIGIN + y * HALF_WIDTH + BLOCK_WIDTH * (block % COLUMNS);
        return weighted(distances(1, there, here) + distances(2, there, here), 2);
    }

    /** Least difference of luma around a displacement, given at half size. */
    private int refined(int x, int y, int shift) {
        int dy = Math.floorDiv(shift + RANGE_X, HALF_WIDTH);
        int dx = shift - dy * HALF_WIDTH;
        int here = FULL_ORIGIN + y * FULL_WIDTH + x;
        int place = here + 2 * dy * FULL_WIDTH + 2 * dx;
        int least = Integer.MAX_VALUE;
        for (int row = place - FULL_WIDTH; row <= place + FULL_WIDTH; row += FULL_WIDTH) {
            for (int from = row - 1; from <= row + 1; from++) {
                least = Math.min(least, fine(from, here));
            }
        }
        return least;
    }

    private int fine(int from, int here) {
        long[] a = source.full();
        long[] b = target.full();
        long sum = 0;
        for (int row = 0; row < 2 * BLOCK_HEIGHT * FULL_WIDTH; row += FULL_WIDTH) {
            int i = from + row;
            int j = here + row;
            sum += Lanes.small(a[i], b[j]) + Lanes.small(a[i + 4], b[j + 4]);
        }
        return Lanes.sum(sum) - 4 * BLOCK_HEIGHT * Lanes.COUNT * Lanes.SMALL;
    }
}
