// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.Objects;

/**
 * A change of the picture that the reader saw between two frames, before any model.
 *
 * @param kind what it is
 * @param start first frame that shows it; of a cut, the first frame of the new shot
 * @param end last frame that shows it; the same as {@code start} for a cut
 * @param uncertaintyMs 0 if exact to the frame; otherwise how much earlier a cut may lie, because
 *     the frames before it could not be decoded, or about how much further out the ends of a
 *     gradual change may lie, because too little of it shows there
 * @param score how clear it is, 0.5 to 1
 */
public record VisualChange(
        Kind kind, MediaTime start, MediaTime end, long uncertaintyMs, double score) {

    /** How the picture changed. */
    public enum Kind {
        /** From one frame to the next. */
        CUT,
        /** Over several frames: a dissolve, a fade, a wipe. */
        GRADUAL
    }

    /** Refuses absent parts. */
    public VisualChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
