// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.List;

/**
 * Frames a second, as a fraction.
 *
 * @param numerator greater than 0
 * @param denominator greater than 0
 */
public record FrameRate(int numerator, int denominator) {

    /** Those that editing programs know. */
    public static final List<FrameRate> STANDARD =
            List.of(
                    new FrameRate(24000, 1001),
                    new FrameRate(24, 1),
                    new FrameRate(25, 1),
                    new FrameRate(30000, 1001),
                    new FrameRate(30, 1),
                    new FrameRate(50, 1),
                    new FrameRate(60000, 1001),
                    new FrameRate(60, 1));

    /** Half of what lies between 29.97 and 30. */
    private static final double TOLERANCE = 0.0005;

    /** Refuses what is no rate. */
    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("frame rate " + numerator + "/" + denominator);
        }
    }

    /** The standard one that is meant, or itself: files round theirs. */
    public FrameRate snapped() {
        return STANDARD.stream().filter(this::isNear).findFirst().orElse(this);
    }

    /** Whether another one differs by rounding only. */
    public boolean isNear(FrameRate other) {
        return Math.abs(perSecond() / other.perSecond() - 1) < TOLERANCE;
    }

    /** As a number. */
    public double perSecond() {
        return (double) numerator / denominator;
    }
}
