// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.util.Objects;

/**
 * A change of the picture that is not motion.
 *
 * @param kind what it is
 * @param startPts first frame that shows it; of a cut, the first frame of the new shot
 * @param endPts last frame that shows it; {@code startPts} for a cut
 * @param uncertaintyTicks 0 if exact to the frame; otherwise a cut lies at most so many ticks
 *     before {@code startPts}, because the frames there could not be had. The ends of a gradual
 *     change, of which too little shows, may lie about so many ticks further out
 * @param score 0 to 1, how clear it is
 */
public record FoundChange(
        Kind kind, long startPts, long endPts, long uncertaintyTicks, double score) {

    /** What a change is. */
    public enum Kind {
        /** Another shot from one frame to the next. */
        CUT,
        /** Another shot, or black or white, over several frames: a dissolve, a fade, a wipe. */
        GRADUAL,
        /** A sudden change of the light or of a part, or one that goes back: no change of shot. */
        FLASH
    }

    /** Refuses what is no interval. */
    public FoundChange {
        Objects.requireNonNull(kind, "kind");
        if (endPts < startPts || uncertaintyTicks < 0 || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    kind
                            + " "
                            + startPts
                            + " to "
                            + endPts
                            + ", "
                            + uncertaintyTicks
                            + ", "
                            + score);
        }
    }
}
