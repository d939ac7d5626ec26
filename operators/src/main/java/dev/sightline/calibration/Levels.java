// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.util.function.IntToDoubleFunction;

/** The grid of evidence on which frequencies are counted, in deviations. */
final class Levels {

    static final double STEP = 0.25;
    static final int COUNT = 57;

    /** The highest level of the grid. */
    static final double TOP = (COUNT - 1) * STEP;

    /** Keeps the way beyond the grid finite. */
    private static final double LEAST_SLOPE = 0.1;

    private Levels() {}

    static double level(int index) {
        return index * STEP;
    }

    /** The highest level that is reached, -1 for none. */
    static int reached(double deviations) {
        return (int) Math.max(-1, Math.min(COUNT - 1, Math.floor(deviations / STEP)));
    }

    /**
     * A frequency between the levels, along an exponential; beyond the grid it falls on as over its
     * last unit.
     *
     * @param frequency at each level, greater than 0 and not rising
     */
    static double at(IntToDoubleFunction frequency, double deviations) {
        if (deviations > TOP) {
            double beyond = slope(frequency) * (deviations - TOP);
            return frequency.applyAsDouble(COUNT - 1) * Math.exp(-beyond);
        }
        double place = Math.max(0, deviations / STEP);
        int below = (int) Math.min(place, COUNT - 2);
        double first = Math.log(frequency.applyAsDouble(below));
        double second = Math.log(frequency.applyAsDouble(below + 1));
        return Math.exp(first + (place - below) * (second - first));
    }

    /**
     * The lowest evidence, 0 or more, whose frequency is at most the one that is asked for.
     *
     * @param frequency at each level, greater than 0 and not rising
     */
    static double within(IntToDoubleFunction frequency, double most) {
        if (frequency.applyAsDouble(0) <= most) {
            return 0;
        }
        int above = 1;
        while (above < COUNT && frequency.applyAsDouble(above) > most) {
            above++;
        }
        if (above == COUNT) {
            double over = Math.log(frequency.applyAsDouble(COUNT - 1) / most);
            return TOP + over / slope(frequency);
        }
        double before = Math.log(frequency.applyAsDouble(above - 1));
        double after = Math.log(frequency.applyAsDouble(above));
        return level(above) - STEP * (Math.log(most) - after) / (before - after);
    }

    /** How much the logarithm falls over the last unit of the grid. */
    private static double slope(IntToDoubleFunction frequency) {
        int back = (int) (1 / STEP);
        double fall =
                Math.log(
                        frequency.applyAsDouble(COUNT - 1 - back)
                                / frequency.applyAsDouble(COUNT - 1));
        return Math.max(LEAST_SLOPE, fall);
    }
}
