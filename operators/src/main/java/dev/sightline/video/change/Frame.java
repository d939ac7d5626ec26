// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.util.Objects;

/**
 * A frame as the change finder sees it.
 *
 * @param pts presentation time, in ticks of the stream's time base
 * @param picture what it shows
 */
public record Frame(long pts, Thumbnail picture) {

    /** Refuses a frame without a picture. */
    public Frame {
        Objects.requireNonNull(picture, "picture");
    }
}
