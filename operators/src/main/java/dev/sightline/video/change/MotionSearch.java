// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static dev.sightline.video.change.Thumbnail.CHROMA;
import static dev.sightline.video.change.Thumbnail.CHROMA_HEIGHT;
import static dev.sightline.video.change.Thumbnail.CHROMA_WIDTH;
import static dev.sightline.video.change.Thumbnail.HEIGHT;
import static dev.sightline.video.change.Thumbnail.LUMA;
import static dev.sightline.video.change.Thumbnail.WIDTH;

import java.util.Arrays;

/**
 * Block matching in two steps: all displacements up to an eighth of the width and a sixth of the
 * height at half the size, then the best one refined at full size. 8 x 6 blocks, each of 8 x 6 luma
 * values; beyond its edges a picture goes on with its last row or column.
 *
 * <p>The first step goes through the displacements one by one, and through all blocks for each, so
 * that its inner loop runs along rows and the compiler turns it into vector instructions.
 */
final class MotionSearch {

    /**
     * A chroma plane's mean difference counts so much of luma's; colours are weak in most video.
     */
    static final int CHROMA_WEIGHT = 2;

    /** Size of a block at half size, in values. */
    private static final int BLOCK_WIDTH = 4;

    private static final int BLOCK_HEIGHT = 3;

    private static final int COLUMNS = CHROMA_WIDTH / BLOCK_WIDTH;
    private static final int BLOCKS = COLUMNS * (CHROMA_HEIGHT / BLOCK_HEIGHT);

    private static final int RANGE_X = 4;
    private static final int RANGE_Y = 3;

    private static final int PADDED_WIDTH = CHROMA_WIDTH + 2 * RANGE_X;
    private static final int PADDED_HEIGHT = CHROMA_HEIGHT + 2 * RANGE_Y;

    private final Thumbnail from;
    private final Thumbnail to;
    private final int[] sums = new int[CHROMA_WIDTH];
    private final int[] best = new int[BLOCKS];
    private final int[] bestX = new int[BLOCKS];
    private final int[] bestY = new int[BLOCKS];

    private MotionSearch(Thumbnail from, Thumbnail to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Mean absolute difference, luma plus {@value #CHROMA_WEIGHT} times the chroma, between a
     * picture and the best blocks of another.
     */
    static double residual(Thumbnail from, Thumbnail to) {
        MotionSearch search = new MotionSearch(from, to);
        search.searchAll();
        int sum = 0;
        for (int block = 0; block < BLOCKS; block++) {
            sum += search.refined(block) + search.chroma(block);
        }
        return (double) sum / LUMA;
    }

    /** Mean absolute difference of luma between each block and the best one of another picture. */
    static double[] lumaResiduals(Thumbnail from, Thumbnail to) {
        MotionSearch search = new MotionSearch(from, to);
        search.searchAll();
        double[] residuals = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            residuals[block] = (double) search.refined(block) * BLOCKS / LUMA;
        }
        return residuals;
    }

    private void searchAll() {
        int[][] source = {
            padded(from.half(), 0, 4),
            padded(from.planes(), LUMA, CHROMA_WEIGHT),
            padded(from.planes(), LUMA + CHROMA, CHROMA_WEIGHT)
        };
        int[][] target = {
            padded(to.half(), 0, 4),
            padded(to.planes(), LUMA, CHROMA_WEIGHT),
            padded(to.planes(), LUMA + CHROMA, CHROMA_WEIGHT)
        };
        Arrays.fill(best, Integer.MAX_VALUE);
        for (int dy = -RANGE_Y; dy <= RANGE_Y; dy++) {
            for (int dx = -RANGE_X; dx <= RANGE_X; dx++) {
                tryAt(dx, dy, source, target);
            }
        }
    }

    /** A plane of half size as weighted numbers, with its edges drawn out by the range. */
    private static int[] padded(byte[] planes, int plane, int weight) {
        int[] padded = new int[PADDED_WIDTH * PADDED_HEIGHT];
        for (int y = 0; y < PADDED_HEIGHT; y++) {
            int row = plane + clamp(y - RANGE_Y, CHROMA_HEIGHT) * CHROMA_WIDTH;
            for (int x = 0; x < PADDED_WIDTH; x++) {
                int value = planes[row + clamp(x - RANGE_X, CHROMA_WIDTH)] & 0xff;
                padded[y * PADDED_WIDTH + x] = weight * value;
            }
        }
        return padded;
    }

    private void tryAt(int dx, int dy, int[][] source, int[][] target) {
        Arrays.fill(sums, 0);
        for (int y = 0; y < CHROMA_HEIGHT; y++) {
            int there = (y + RANGE_Y + dy) * PADDED_WIDTH + RANGE_X + dx;
            int here = (y + RANGE_Y) * PADDED_WIDTH + RANGE_X;
            addDifferences(source, there, target, here);
            if (y % BLOCK_HEIGHT == BLOCK_HEIGHT - 1) {
                keepBest(y / BLOCK_HEIGHT * COLUMNS, dx, dy);
                Arrays.fill(sums, 0);
            }
        }
    }

    private void addDifferences(int[][] source, int there, int[][] target, int here) {
        int[] a = source[0];
        int[] b = target[0];
        int[] aU = source[1];
        int[] bU = target[1];
        int[] aV = source[2];
        int[] bV = target[2];
        for (int x = 0; x < CHROMA_WIDTH; x++) {
            sums[x] +=
                    Math.abs(a[there + x] - b[here + x])
                            + Math.abs(aU[there + x] - bU[here + x])
                            + Math.abs(aV[there + x] - bV[here + x]);
        }
    }

    private void keepBest(int firstBlock, int dx, int dy) {
        for (int i = 0; i < COLUMNS; i++) {
            // Of equally good displacements the shortest is the likeliest.
            int cost = Math.abs(dx) + Math.abs(dy);
            for (int x = i * BLOCK_WIDTH; x < (i + 1) * BLOCK_WIDTH; x++) {
                cost += sums[x];
            }
            int block = firstBlock + i;
            if (cost < best[block]) {
                best[block] = cost;
                bestX[block] = dx;
                bestY[block] = dy;
            }
        }
    }

    /** Sum of the block's differences of luma at full size. */
    private int refined(int block) {
        int x0 = 2 * BLOCK_WIDTH * (block % COLUMNS);
        int y0 = 2 * BLOCK_HEIGHT * (block / COLUMNS);
        int least = Integer.MAX_VALUE;
        for (int dy = 2 * bestY[block] - 1; dy <= 2 * bestY[block] + 1; dy++) {
            for (int dx = 2 * bestX[block] - 1; dx <= 2 * bestX[block] + 1; dx++) {
                least = Math.min(least, luma(x0, y0, dx, dy, least));
            }
        }
        return least;
    }

    private int luma(int x0, int y0, int dx, int dy, int limit) {
        byte[] a = from.planes();
        byte[] b = to.planes();
        int sum = 0;
        for (int y = y0; y < y0 + 2 * BLOCK_HEIGHT && sum < limit; y++) {
            int row = clamp(y + dy, HEIGHT) * WIDTH;
            for (int x = x0; x < x0 + 2 * BLOCK_WIDTH; x++) {
                int there = a[row + clamp(x + dx, WIDTH)] & 0xff;
                sum += Math.abs(there - (b[y * WIDTH + x] & 0xff));
            }
        }
        return sum;
    }

    /** Weighted sum of the block's differences of chroma. */
    private int chroma(int block) {
        int x0 = BLOCK_WIDTH * (block % COLUMNS);
        int y0 = BLOCK_HEIGHT * (block / COLUMNS);
        int dx = bestX[block];
        int dy = bestY[block];
        byte[] a = from.planes();
        byte[] b = to.planes();
        int sum = 0;
        for (int y = y0; y < y0 + BLOCK_HEIGHT; y++) {
            int row = LUMA + clamp(y + dy, CHROMA_HEIGHT) * CHROMA_WIDTH;
            for (int x = x0; x < x0 + BLOCK_WIDTH; x++) {
                int there = row + clamp(x + dx, CHROMA_WIDTH);
                int here = LUMA + y * CHROMA_WIDTH + x;
                sum += Math.abs((a[there] & 0xff) - (b[here] & 0xff));
                sum += Math.abs((a[there + CHROMA] & 0xff) - (b[here + CHROMA] & 0xff));
            }
        }
        return CHROMA_WEIGHT * sum;
    }

    private static int clamp(int place, int size) {
        return Math.min(size - 1, Math.max(0, place));
    }
}
