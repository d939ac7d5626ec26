// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.time.Duration;
import java.util.Objects;

/**
 * What of a stream was not read.
 *
 * @param duration of it, as far as the playlist told; zero for nothing, or if that is not known
 * @param reason why, without credentials; empty for nothing
 */
public record Loss(Duration duration, String reason) {

    /** Nothing was lost. */
    public static final Loss NONE = new Loss(Duration.ZERO, "");

    /** Refuses absent parts. */
    public Loss {
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(reason, "reason");
    }

    /** This and more; the first reason stays. */
    Loss plus(Duration more, String why) {
        return new Loss(duration.plus(more), reason.isEmpty() ? why : reason);
    }
}
