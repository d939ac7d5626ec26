// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.video.decode.FrameRate;
import java.util.Locale;

/**
 * Timecode by SMPTE ST 12-1. At 29.97 and 59.94 frames a second it drops numbers, not frames: two
 * (four) at the start of each minute that is no multiple of ten, so that it keeps to the clock.
 */
final class Timecode {

    private static final int MINUTES_BETWEEN = 10;
    private static final int SECONDS = 60;
    private static final int HOURS = 24;
    private static final int NTSC = 1001;
    private static final int DROPPED_OF_30 = 2;

    private final int nominal;
    private final int dropped;

    Timecode(FrameRate rate) {
        nominal = (int) Math.round(rate.perSecond());
        boolean drops = rate.denominator() == NTSC && nominal % 30 == 0;
        dropped = drops ? DROPPED_OF_30 * nominal / 30 : 0;
    }

    /** Whether it drops numbers. */
    boolean drops() {
        return dropped > 0;
    }

    /** Number of the first frame of an hour. */
    long frameOfHour(int hour) {
        long minutes = (long) hour * SECONDS;
        return minutes * SECONDS * nominal - dropped * (minutes - minutes / MINUTES_BETWEEN);
    }

    /**
     * {@code 01:02:03:04}, with a semicolon before the frames if it drops; begins anew after a day.
     */
    String at(long frame) {
        long number = numbered(frame);
        long seconds = number / nominal;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%s%02d",
                seconds / (SECONDS * SECONDS) % HOURS,
                seconds / SECONDS % SECONDS,
                seconds % SECONDS,
                drops() ? ";" : ":",
                number % nominal);
    }

    /** The number that a frame has, dropped ones counted. */
    private long numbered(long frame) {
        if (!drops()) {
            return frame;
        }
        long minute = (long) SECONDS * nominal - dropped;
        long tenMinutes = minute * MINUTES_BETWEEN + dropped;
        long tens = frame / tenMinutes;
        long rest = frame % tenMinutes;
        // The first minute of ten drops none, and so is longer.
        long minutes = rest < minute + dropped ? 0 : (rest - dropped) / minute;
        return frame + dropped * (tens * (MINUTES_BETWEEN - 1) + minutes);
    }
}
