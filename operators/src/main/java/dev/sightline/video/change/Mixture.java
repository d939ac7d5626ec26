// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The frames of a window seen as mixtures of its first and its last one.
 *
 * <p>Of each inner frame the share of the last one is fitted by least squares, over the whole
 * picture for the course of the transition, and block by block for how well it is explained: in a
 * dissolve or fade all blocks have the same share, in a wipe each goes from 0 to 1 in its turn.
 * What a camera or an object does looks like neither.
 */
final class Mixture {

    /** Blocks of 2 x 3 cells. */
    private static final int BLOCK_COLUMNS = 2;

    private static final int BLOCK_ROWS = 3;

    /** Grey levels of noise in a cell. */
    private static final double NOISE = 0.7;

    private static final double LEAST_INNER_SHARE = 0.1;

    private final List<Coarse> window;
    private final float[] from;
    private final float[] way = new float[Coarse.SIZE];
    private final double length;
    private final double[] shares;

    /**
     * @param window at least three frames
     */
    Mixture(List<Coarse> window) {
        this.window = window;
        from = window.get(0).values();
        float[] to = window.get(window.size() - 1).values();
        double sum = 0;
        for (int i = 0; i < Coarse.SIZE; i++) {
            way[i] = to[i] - from[i];
            sum += way[i] * way[i];
        }
        length = sum;
        shares = new double[window.size()];
    }

    /** Root mean square difference of the first and the last frame, in levels. */
    double contrast() {
        return Math.sqrt(length / Coarse.SIZE);
    }

    /**
     * Whether three frames between the ends are so far from mixtures that no fit is worth while.
     */
    boolean unlikely(double limit) {
        int last = window.size() - 1;
        for (int quarter = 1; quarter <= 3; quarter++) {
            float[] values = window.get(last * quarter / 4).values();
            if (unmixed(values) > limit && unwiped(values) > limit) {
                return true;
            }
        }
        return false;
    }

    /**
     * Over how much of the picture the two ends differ in luma: about the share of its cells, 0 to
     * 1. The participation ratio of the cells' squared differences.
     *
     * @param brightness whether a difference in brightness as a whole counts
     */
    double spread(boolean brightness) {
        double mean = 0;
        for (int i = 0; i < Coarse.SIZE && !brightness; i += Coarse.PLANES) {
            mean += way[i] * Coarse.PLANES / Coarse.SIZE;
        }
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < Coarse.SIZE; i += Coarse.PLANES) {
            double square = (way[i] - mean) * (way[i] - mean);
            squares += square;
            fourths += square * square;
        }
        // Less than one grey level in one cell is rounding.
        return squares < 1 ? 0 : squares * squares / fourths * Coarse.PLANES / Coarse.SIZE;
    }

    /**
     * Fits the shares of all frames, as long as they rise evenly.
     *
     * @param largestStep by which a share may be above that of the frame before
     * @param largestRelapse by which the shares may go back in all
     * @return false if they do not, and are not all known
     */
    boolean fit(double largestStep, double largestRelapse) {
        double relapse = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(window.get(i).values());
            double step = i == 0 ? 0 : shares[i] - shares[i - 1];
            relapse += Math.max(0, -step);
            if (step > largestStep || relapse > largestRelapse) {
                return false;
            }
        }
        return true;
    }

    private double share(float[] values) {
        double product = 0;
        for (int i = 0; i < Coarse.SIZE; i++) {
            product += (values[i] - from[i]) * way[i];
        }
        return product / length;
    }

    /** Number of frames that show some of both. */
    int inner() {
        int count = 0;
        for (double share : shares) {
            count += isInner(share) ? 1 : 0;
        }
        return count;
    }

    private static boolean isInner(double share) {
        return share > LEAST_INNER_SHARE && share < 1 - LEAST_INNER_SHARE;
    }

    /** First frame whose share is above a level. */
    int first(double level) {
        int i = 0;
        while (i < shares.length - 1 && shares[i] <= level) {
            i++;
        }
        return i;
    }

    /** Last frame whose share is below a level. */
    int last(double level) {
        int i = shares.length - 1;
        while (i > 0 && shares[i] >= level) {
            i--;
        }
        return i;
    }

    /**
     * What mixing the ends block by block does not explain of the inner frames, 0 to about 1: the
     * mean of at most so many of them. 1 if there are none.
     */
    double unmixed(int most) {
        return meanRest(most, this::unmixed);
    }

    /** The same for taking each cell from the one end or from the other. */
    double unwiped(int most) {
        return meanRest(most, this::unwiped);
    }

    private double meanRest(int most, ToDoubleFunction<float[]> rest) {
        int stride = (inner() + most - 1) / most;
        double sum = 0;
        int seen = 0;
        int used = 0;
        for (int i = 0; i < shares.length; i++) {
            if (isInner(shares[i]) && seen++ % stride == stride / 2) {
                sum += rest.applyAsDouble(window.get(i).values());
                used++;
            }
        }
        return used == 0 ? 1 : sum / used;
    }

    private double unmixed(float[] values) {
        double rest = 0;
        for (int y = 0; y < Coarse.ROWS; y += BLOCK_ROWS) {
            for (int x = 0; x < Coarse.COLUMNS; x += BLOCK_COLUMNS) {
                rest += blockRest(values, (y * Coarse.COLUMNS + x) * Coarse.PLANES);
            }
        }
        return withoutNoise(rest);
    }

    private double unwiped(float[] values) {
        double rest = 0;
        for (int cell = 0; cell < Coarse.SIZE; cell += Coarse.PLANES) {
            double one = 0;
            double other = 0;
            for (int i = cell; i < cell + Coarse.PLANES; i++) {
                double done = values[i] - from[i];
                one += done * done;
                other += (done - way[i]) * (done - way[i]);
            }
            rest += Math.min(one, other);
        }
        return withoutNoise(rest);
    }

    private double withoutNoise(double rest) {
        return Math.max(0, rest - NOISE * NOISE * Coarse.SIZE) / length;
    }

    /** Squared distance of a block from the nearest mixture. */
    private double blockRest(float[] values, int start) {
        double product = 0;
        double ways = 0;
        double squares = 0;
        for (int y = 0; y < BLOCK_ROWS; y++) {
            int row = start + y * Coarse.COLUMNS * Coarse.PLANES;
            for (int i = row; i < row + BLOCK_COLUMNS * Coarse.PLANES; i++) {
                double done = values[i] - from[i];
                product += done * way[i];
                ways += way[i] * way[i];
                squares += done * done;
            }
        }
        double share = ways == 0 ? 0 : Math.min(1, Math.max(0, product / ways));
        return squares - 2 * share * product + share * share * ways;
    }
}
