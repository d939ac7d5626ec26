// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.util.function.DoubleUnaryOperator;

/** Ways that a place, a magnification or a brightness takes over time, in seconds. */
final class Motion {

    private Motion() {}

    /** Always the same. */
    static DoubleUnaryOperator at(double value) {
        return seconds -> value;
    }

    /** So much more each second. */
    static DoubleUnaryOperator steady(double start, double perSecond) {
        return seconds -> start + perSecond * seconds;
    }

    /** From one value to another between two times, gently at both ends. */
    static DoubleUnaryOperator eased(double start, double end, double from, double to) {
        return seconds -> {
            double share = Math.max(0, Math.min(1, (seconds - from) / (to - from)));
            return start + (end - start) * share * share * (3 - 2 * share);
        };
    }

    /** As a hand trembles: never the same way twice. */
    static DoubleUnaryOperator trembling(int seed, double amplitude, double timesASecond) {
        return seconds -> {
            double slow = Noise.smooth(seed, seconds * timesASecond, 0.5) - 0.5;
            double fast = Noise.smooth(seed, seconds * timesASecond * 3, 7.5) - 0.5;
            return amplitude * (1.5 * slow + 0.5 * fast);
        };
    }

    /** Up and down around a value. */
    static DoubleUnaryOperator swinging(double middle, double amplitude, double timesASecond) {
        return seconds -> middle + amplitude * Math.sin(2 * Math.PI * timesASecond * seconds);
    }

    /** 1, and a peak at a time that halves each {@code half} seconds: a photographer's flash. */
    static DoubleUnaryOperator flashed(double peak, double at, double half) {
        return seconds ->
                seconds < at - 1e-6 ? 1 : 1 + (peak - 1) * Math.pow(0.5, (seconds - at) / half);
    }

    /** The sum of two of them. */
    static DoubleUnaryOperator sum(DoubleUnaryOperator one, DoubleUnaryOperator other) {
        return seconds -> one.applyAsDouble(seconds) + other.applyAsDouble(seconds);
    }
}
