// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import static dev.sightline.video.change.Thumbnail.CHROMA;
import static dev.sightline.video.change.Thumbnail.CHROMA_WIDTH;
import static dev.sightline.video.change.Thumbnail.LUMA;
import static dev.sightline.video.change.Thumbnail.WIDTH;

/**
 * A frame at a quarter of its thumbnail's size: {@value #COLUMNS} x {@value #ROWS} cells of luma and
 * two chroma values. So coarse that the motion within a transition moves little across cells.
 *
 * @param values the three of a cell one after the other, cell after cell, row after row
 */
record Coarse(Frame frame, float[] values) {

    static final int COLUMNS = 16;
    static final int ROWS = 9;

    /** Luma and two chroma values. */
    static final int PLANES = 3;

    static final int SIZE = COLUMNS * ROWS * PLANES;

    static Coarse of(Frame frame) {
        byte[] planes = frame.picture().planes();
        float[] values = new float[SIZE];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                int cell = (y * COLUMNS + x) * PLANES;
                int chroma = LUMA + 2 * y * CHROMA_WIDTH + 2 * x;
                values[cell] = mean(planes, 4 * y * WIDTH + 4 * x, WIDTH, 4);
                values[cell + 1] = mean(planes, chroma, CHROMA_WIDTH, 2);
                values[cell + 2] = mean(planes, chroma + CHROMA, CHROMA_WIDTH, 2);
            }
        }
        return new Coarse(frame, values);
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

    /** Correlation of luma, -1 to 1; 0 if one of the two is flat. */
    double correlation(Coarse other) {
        double mean = mean();
        double otherMean = other.mean();
        double product = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < SIZE; i += PLANES) {
            double a = values[i] - mean;
            double b = other.values[i] - otherMean;
            product += a * b;
            own += a * a;
            others += b * b;
        }
        return own * others == 0 ? 0 : product / Math.sqrt(own * others);
    }

    private double mean() {
        double sum = 0;
        for (int i = 0; i < SIZE; i += PLANES) {
            sum += values[i];
        }
        return sum / (COLUMNS * ROWS);
    }
}
