// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import java.time.Duration;

/**
 * What conversions may cost.
 *
 * @param atOnce how many run at the same time; at least 1
 * @param longSide longest side of converted pictures, in pixels; at least 16
 * @param speed how many times faster than it plays a video is converted, behind its first seconds;
 *     greater than 0
 * @param patience how long neither the file may yield anything nor the viewer take anything;
 *     greater than 0
 */
public record RepackSettings(int atOnce, int longSide, double speed, Duration patience) {

    /** Two at once, 1280 pixels, four times as fast as it plays, half a minute. */
    public static final RepackSettings DEFAULT =
            new RepackSettings(2, 1280, 4, Duration.ofSeconds(30));

    private static final int LEAST_SIDE = 16;

    /** Refuses values out of range. */
    public RepackSettings {
        if (atOnce < 1 || longSide < LEAST_SIDE || !(speed > 0)) {
            throw new IllegalArgumentException(
                    "conversions: at least one at once, of 16 pixels or more, faster than 0");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("conversions need some patience, not " + patience);
        }
    }
}
