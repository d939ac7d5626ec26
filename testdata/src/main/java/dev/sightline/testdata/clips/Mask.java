// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.util.function.DoubleUnaryOperator;

/** Where a front picture hides the one behind it. A pure function, as a {@link Painter} is. */
@FunctionalInterface
public interface Mask {

    /**
     * How much of the front picture is seen.
     *
     * @param x from the left edge, in units of the picture's height
     * @param y from the upper edge, in units of the picture's height
     * @param seconds since the clip's first frame
     * @return 0 (none of it) to 1
     */
    double share(double x, double y, double seconds);

    /** A disc that moves; places and radius in picture heights, times in seconds. */
    static Mask disc(DoubleUnaryOperator x, DoubleUnaryOperator y, double radius) {
        return (px, py, seconds) -> {
            double dx = px - x.applyAsDouble(seconds);
            double dy = py - y.applyAsDouble(seconds);
            return soft(radius - Math.sqrt(dx * dx + dy * dy));
        };
    }

    /** A box that moves; places, width and height in picture heights, times in seconds. */
    static Mask box(DoubleUnaryOperator x, DoubleUnaryOperator y, double width, double height) {
        return (px, py, seconds) -> {
            double dx = Math.abs(px - x.applyAsDouble(seconds)) - width / 2;
            double dy = Math.abs(py - y.applyAsDouble(seconds)) - height / 2;
            return soft(-Math.max(dx, dy));
        };
    }

    /**
     * Bars at the upper and the lower edge.
     *
     * @param height of each, in picture heights, by the time in seconds
     */
    static Mask bars(DoubleUnaryOperator height) {
        return (x, y, seconds) -> soft(height.applyAsDouble(seconds) - Math.min(y, 1 - y));
    }

    /**
     * A line of writing: letters of 3x5 dots, which say nothing.
     *
     * @param letters how many of them
     * @param size height of a letter in picture heights
     */
    static Mask writing(int seed, int letters, double size) {
        double dot = size / 5;
        return (x, y, seconds) -> {
            int column = (int) Math.floor(x / dot);
            int row = (int) Math.floor(y / dot);
            boolean inside = column >= 0 && column < 4 * letters - 1 && row >= 0 && row < 5;
            return inside && column % 4 != 3 && Noise.unit(seed, column, row) < 0.65 ? 1 : 0;
        };
    }

    /** The same, moved; in picture heights, by the time in seconds. */
    default Mask moved(DoubleUnaryOperator right, DoubleUnaryOperator down) {
        return (x, y, seconds) ->
                share(x - right.applyAsDouble(seconds), y - down.applyAsDouble(seconds), seconds);
    }

    /** The same from a time to another one, in seconds, and nothing at other times. */
    default Mask between(double from, double to) {
        return (x, y, seconds) -> seconds >= from && seconds < to ? share(x, y, seconds) : 0;
    }

    /** An edge of about one line of a small picture, so that edges do not flicker. */
    private static double soft(double inside) {
        return Math.max(0, Math.min(1, 0.5 + inside * 150));
    }
}
