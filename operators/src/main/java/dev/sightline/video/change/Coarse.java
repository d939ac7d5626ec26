// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static dev.sightline.video.change.Thumbnail.CHROMA;
import static dev.sightline.video.change.Thumbnail.CHROMA_WIDTH;
import static dev.sightline.video.change.Thumbnail.LUMA;
import static dev.sightline.video.change.Thumbnail.WIDTH;

/**
 * A frame at a quarter of its thumbnail's size: {@value #COLUMNS} x {@value #ROWS} cells of luma
 * and two chroma values. So coarse that the motion within a transition moves little across cells.
 *
 * @param values the three of a cell one after the other, cell after cell, row after row
 * @param detail mean absolute deviation of luma from its mean, cell after cell
 */
record Coarse(Frame frame, float[] values, float[] detail) {

    static final int COLUMNS = 16;
    static final int ROWS = 9;

    /** Luma and two chroma values. */
    static final int PLANES = 3;

    /** Grey levels. */
    private static final double CHANGED = 3;

    /** Luma values along a cell's side. */
    private static final int SIDE = 4;

    private static final int VALUES = SIDE * SIDE;

    /** Chroma has half the width and height. */
    private static final int CHROMA_VALUES = VALUES / 4;

    /** Cells that a word of luma has a row of. */
    private static final int WORD_CELLS = Long.BYTES / SIDE;

    /** Words in a row of luma, and in one of chroma. */
    private static final int LUMA_ROW = WIDTH / Long.BYTES;

    private static final int CHROMA_ROW = CHROMA_WIDTH / Long.BYTES;

    private static final long BIAS = Lanes.all(Lanes.LARGE);

    static final int SIZE = COLUMNS * ROWS * PLANES;

    static Coarse of(Frame frame) {
        long[] words = frame.picture().words();
        float[] values = new float[SIZE];
        float[] detail = new float[SIZE / PLANES];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x += WORD_CELLS) {
                luma(words, y * SIDE * LUMA_ROW + x / WORD_CELLS, y * COLUMNS + x, values, detail);
            }
            for (int x = 0; x < COLUMNS; x += Lanes.COUNT) {
                int start = LUMA / Long.BYTES + y * SIDE / 2 * CHROMA_ROW + x / Lanes.COUNT;
                chroma(words, start, values, (y * COLUMNS + x) * PLANES + 1);
                chroma(words, start + CHROMA / Long.BYTES, values, (y * COLUMNS + x) * PLANES + 2);
            }
        }
        return new Coarse(frame, values, detail);
    }

    /** Of two cells, each half of the words of four rows. */
    private static void luma(long[] words, int start, int cell, float[] values, float[] detail) {
        long sums = 0;
        for (int row = start; row < start + SIDE * LUMA_ROW; row += LUMA_ROW) {
            sums += Lanes.pairs(words[row]);
        }
        int one = Lanes.lane(sums, 0) + Lanes.lane(sums, 1);
        int other = Lanes.lane(sums, 2) + Lanes.lane(sums, 3);
        // All values of a cell together are its mean times their number, and whole: 4,080 at most.
        long means = Lanes.all(one) & 0xffff_ffffL | Lanes.all(other) << Integer.SIZE;
        long distances = 0;
        for (int row = start; row < start + SIDE * LUMA_ROW; row += LUMA_ROW) {
            distances += Lanes.large(Lanes.even(words[row]) * VALUES, means) - BIAS;
            distances += Lanes.large(Lanes.odd(words[row]) * VALUES, means) - BIAS;
        }
        values[cell * PLANES] = (float) one / VALUES;
        values[cell * PLANES + PLANES] = (float) other / VALUES;
        int deviation = Lanes.lane(distances, 0) + Lanes.lane(distances, 1);
        detail[cell] = (float) deviation / (VALUES * VALUES);
        deviation = Lanes.lane(distances, 2) + Lanes.lane(distances, 3);
        detail[cell + 1] = (float) deviation / (VALUES * VALUES);
    }

    /** Of four cells, each a quarter of the words of two rows. */
    private static void chroma(long[] words, int start, float[] values, int to) {
        long sums = Lanes.pairs(words[start]) + Lanes.pairs(words[start + CHROMA_ROW]);
        for (int i = 0; i < Lanes.COUNT; i++) {
            values[to + i * PLANES] = (float) Lanes.lane(sums, i) / CHROMA_VALUES;
        }
    }

    long pts() {
        return frame.pts();
    }

    /** Standard deviation of luma over the cells that differ from another's. */
    double deviationWhereUnlike(Coarse other) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < SIZE; i += PLANES) {
            if (Math.abs(values[i] - other.values[i]) >= CHANGED) {
                sum += values[i];
                squares += values[i] * values[i];
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - sum * sum / count / count));
    }

    /** Mean detail of the cells that differ from another's; 0 if there are none. */
    double detailWhereUnlike(Coarse other) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < detail.length; i++) {
            if (Math.abs(values[i * PLANES] - other.values[i * PLANES]) >= CHANGED) {
                sum += detail[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /**
     * Correlation of luma over the cells that differ, -1 to 1: what does not change, bars for
     * example, says nothing about the rest. 0 if one of the two is flat there.
     */
    double correlation(Coarse other) {
        double count = 0;
        double sum = 0;
        double otherSum = 0;
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < SIZE; i += PLANES) {
            double a = values[i];
            double b = other.values[i];
            if (Math.abs(a - b) < CHANGED) {
                continue;
            }
            count++;
            sum += a;
            otherSum += b;
            product += a * b;
            squares += a * a;
            otherSquares += b * b;
        }
        double own = count * squares - sum * sum;
        double others = count * otherSquares - otherSum * otherSum;
        return own <= 0 || others <= 0
                ? 0
                : (count * product - sum * otherSum) / Math.sqrt(own * others);
    }
}
