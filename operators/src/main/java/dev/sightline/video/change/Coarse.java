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

    static final int SIZE = COLUMNS * ROWS * PLANES;

    static Coarse of(Frame frame) {
        byte[] planes = frame.picture().planes();
        float[] values = new float[SIZE];
        float[] detail = new float[SIZE / PLANES];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                int cell = (y * COLUMNS + x) * PLANES;
                int chroma = LUMA + 2 * y * CHROMA_WIDTH + 2 * x;
                int luma = SIDE * (y * WIDTH + x);
                values[cell] = mean(planes, luma, WIDTH, SIDE);
                detail[cell / PLANES] = deviation(planes, luma, values[cell]);
                values[cell + 1] = mean(planes, chroma, CHROMA_WIDTH, SIDE / 2);
                values[cell + 2] = mean(planes, chroma + CHROMA, CHROMA_WIDTH, SIDE / 2);
            }
        }
        return new Coarse(frame, values, detail);
    }

    private static float deviation(byte[] planes, int start, float mean) {
        float sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                sum += Math.abs((planes[start + y * WIDTH + x] & 0xff) - mean);
            }
        }
        return sum / (SIDE * SIDE);
    }

    private static float mean(byte[] planes, int start, int width, int side) {
        int sum = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                sum += planes[start + y * width + x] & 0xff;
            }
        }
        return (float) sum / (side * side);
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
