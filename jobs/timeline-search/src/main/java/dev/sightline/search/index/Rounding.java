// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * Rounds vectors, one after the other, to whole numbers from -127 to 127 times a scale of each.
 * Errors are never less than what they are of.
 */
final class Rounding {

    private static final int LARGEST = 127;
    private static final int SMALLEST = CodeBlock.ZERO - LARGEST;
    private static final double HALF_ABOVE_ZERO = CodeBlock.ZERO + 0.5;
    private static final double MEAN_BELOW_ZERO = CodeBlock.ZERO - CodeBlock.LOWER_MEAN;

    private final float[] center;
    private final int[] codes;
    private float scale;
    private double squares;
    private double coarseSquares;
    private double errorSquares;
    private double coarseErrorSquares;

    /**
     * @param stored how many codes are stored of each vector, at least as many as it has components
     */
    Rounding(float[] center, int stored) {
        this.center = center;
        this.codes = new int[stored];
    }

    static float[] mean(float[][] vectors, int size) {
        double[] sums = new double[vectors[0].length];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += vectors[i][j];
            }
        }
        float[] mean = new float[sums.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = (float) (sums[j] / size);
        }
        return mean;
    }

    void round(float[] vector) {
        double largest = 0;
        for (int i = 0; i < center.length; i++) {
            largest = Math.max(largest, Math.abs((double) vector[i] - center[i]));
        }
        scale = (float) (largest / LARGEST);
        double perUnit = scale == 0 ? 0 : 1 / (double) scale;
        squares = 0;
        coarseSquares = 0;
        errorSquares = 0;
        coarseErrorSquares = 0;
        for (int i = 0; i < center.length; i++) {
            round(i, (double) vector[i] - center[i], perUnit);
        }
    }

    private void round(int i, double left, double perUnit) {
        // Not negative, so that the cast rounds to the nearest; a scale of few bits may be far off.
        int nearest = (int) (left * perUnit + HALF_ABOVE_ZERO);
        int code = Math.max(SMALLEST, Math.min(SMALLEST + 2 * LARGEST, nearest));
        codes[i] = code;
        double fine = (double) scale * (code - CodeBlock.ZERO);
        double coarse = scale * ((code & -CodeBlock.UPPER_UNIT) - MEAN_BELOW_ZERO);
        squares += fine * fine;
        coarseSquares += coarse * coarse;
        errorSquares += (left - fine) * (left - fine);
        coarseErrorSquares += (left - coarse) * (left - coarse);
    }

    /** As stored, {@link CodeBlock#ZERO} added to each; filled up with 0. */
    int[] codes() {
        return codes;
    }

    float scale() {
        return scale;
    }

    /** Length of the difference of the vector, less the center, and its code. */
    float error() {
        return atLeast(errorSquares);
    }

    /** The same with the mean of the lower parts of the code in their place. */
    float coarseError() {
        return atLeast(coarseErrorSquares);
    }

    private static float atLeast(double squares) {
        return Math.nextUp((float) Math.sqrt(squares));
    }

    /** Length of the code times the scale, or of the upper parts if that is more. */
    double length() {
        return Math.sqrt(Math.max(squares, coarseSquares));
    }
}
