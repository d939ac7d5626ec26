// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

/** How times are shown. */
final class Times {

    private Times() {}

    /** Media time as {@code m:ss.t} or {@code h:mm:ss.t}. */
    static String media(long millis) {
        long tenths = Math.abs(millis) / 100;
        long seconds = tenths / 10;
        String sign = millis < 0 ? "-" : "";
        String minutes =
                seconds >= 3600
                        ? String.format("%d:%02d", seconds / 3600, seconds / 60 % 60)
                        : String.valueOf(seconds / 60);
        return String.format("%s%s:%02d.%d", sign, minutes, seconds % 60, tenths % 10);
    }

    /** Media time as {@code h:mm:ss}. */
    static String clock(long millis) {
        long seconds = Math.abs(millis) / 1000;
        return String.format(
                "%s%d:%02d:%02d",
                millis < 0 ? "-" : "", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
