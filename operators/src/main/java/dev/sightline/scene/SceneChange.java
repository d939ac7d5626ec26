// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;
import java.util.Objects;

/**
 * The end of one scene and the beginning of the next.
 *
 * @param kind how the one becomes the other
 * @param start where the transition begins
 * @param end where it is over; equal to {@code start} for a cut
 * @param uncertaintyMs error of both times, in milliseconds: a bound for a cut, 0 if it is exact to
 *     the frame, and an estimate for a gradual change
 * @param confidence 0 to 1
 * @param scores the evidence
 * @param previousScene the scene that ends here
 * @param firstSample grid point of the new scene's first sample; -1 at a discontinuity
 * @param preview the new scene as a small JPEG; empty if there is none
 */
public record SceneChange(
        Kind kind,
        MediaTime start,
        MediaTime end,
        long uncertaintyMs,
        double confidence,
        Scores scores,
        PreviousScene previousScene,
        long firstSample,
        byte[] preview) {

    /** How one scene becomes another. */
    public enum Kind {
        /** From one frame to the next. */
        CUT,
        /** Over several frames: a fade, a dissolve, a wipe. */
        GRADUAL,
        /** Without an edit, for good: the room filled with people. */
        SEMANTIC,
        /** The stream itself was interrupted. */
        DISCONTINUITY
    }

    /**
     * The evidence of a change.
     *
     * @param visual how clearly the frames show it, 0 to 1
     * @param embedding cosine distance of the vectors, 0 to 1
     */
    public record Scores(double visual, double embedding) {}

    /**
     * The scene that ended.
     *
     * @param startMs its start in milliseconds since the stream's start
     * @param durationMs from there to the start of the transition
     */
    public record PreviousScene(long startMs, long durationMs) {}

    /** Refuses absent parts. */
    public SceneChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(scores, "scores");
        Objects.requireNonNull(previousScene, "previousScene");
        Objects.requireNonNull(preview, "preview");
    }
}
