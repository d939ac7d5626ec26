// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

/** Tells pictures that show nothing: black, white, one colour. */
final class BlankPicture {

    /** Noise and the grain of film vanish in the means of so many cells by as many. */
    private static final int CELLS = 16;

    /** Standard deviation of the cells, of 255, below which a picture shows nothing. */
    private static final double DEVIATION = 4;

    private static final int COLOURS = 3;

    private BlankPicture() {}

    /**
     * Whether a picture is blank.
     *
     * @param rgb {@code width * height * 3} bytes, row after row
     */
    static boolean is(byte[] rgb, int width, int height) {
        double variance = 0;
        for (int colour = 0; colour < COLOURS && variance < DEVIATION * DEVIATION; colour++) {
            variance += variance(rgb, width, height, colour) / COLOURS;
        }
        return variance < DEVIATION * DEVIATION;
    }

    private static double variance(byte[] rgb, int width, int height, int colour) {
        double sum = 0;
        double squares = 0;
        for (int y = 0; y < CELLS; y++) {
            int top = y * height / CELLS;
            int bottom = Math.max(top + 1, (y + 1) * height / CELLS);
            for (int x = 0; x < CELLS; x++) {
                int left = x * width / CELLS;
                int right = Math.max(left + 1, (x + 1) * width / CELLS);
                double total = 0;
                for (int row = top; row < bottom; row++) {
                    total += total(rgb, row * width + left, row * width + right, colour);
                }
                double mean = total / ((bottom - top) * (right - left));
                sum += mean;
                squares += mean * mean;
            }
        }
        double mean = sum / (CELLS * CELLS);
        return squares / (CELLS * CELLS) - mean * mean;
    }

    private static int total(byte[] rgb, int from, int to, int colour) {
        int total = 0;
        for (int pixel = from; pixel < to; pixel++) {
            total += rgb[pixel * COLOURS + colour] & 0xff;
        }
        return total;
    }
}
