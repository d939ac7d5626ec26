// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.util.Locale;

/** Times as people and WebVTT write them. */
final class Clock {

    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;

    private Clock() {}

    /** {@code 01:02:03.004}, with as many digits for hours as it takes; what is negative is 0. */
    static String of(long time) {
        long millis = Math.max(0, time);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / HOUR,
                millis % HOUR / MINUTE,
                millis % MINUTE / 1000,
                millis % 1000);
    }
}
