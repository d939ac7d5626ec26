// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.video.decode.FrameRate;
import java.util.Locale;

/**
 * The frames a second that times are counted in.
 *
 * @param rate one of the standard ones
 * @param note what a reader should know of it; empty if it is simply the file's
 */
record StatedRate(FrameRate rate, String note) {

    private static final FrameRate UNKNOWN = new FrameRate(25, 1);

    /** Of a stream that cannot be opened, for a reason. */
    static StatedRate assumed(String why) {
        return new StatedRate(UNKNOWN, "25 frames a second are assumed: " + why);
    }

    /**
     * Of a file.
     *
     * @param rate its average, or null
     * @param steady whether frames are equally far apart
     */
    static StatedRate of(FrameRate rate, boolean steady) {
        if (rate == null) {
            return assumed("the file does not say its rate");
        }
        FrameRate snapped = rate.snapped();
        if (!FrameRate.STANDARD.contains(snapped)) {
            return assumed(
                    String.format(
                            Locale.ROOT,
                            "the file has %.3f, which editing programs do not know; times are"
                                    + " rounded to the nearest frame",
                            rate.perSecond()));
        }
        String note =
                "the file's frames are not equally far apart; times are rounded to the nearest"
                        + " frame of its average rate";
        return new StatedRate(snapped, steady ? "" : note);
    }

    /** The frame nearest to a time, from 0. */
    long frame(long millis) {
        return Math.round(Math.max(0, millis) * rate.perSecond() / 1000);
    }
}
