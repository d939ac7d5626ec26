// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

/** Which frames of a stream are samples, and how much is decoded to get them. */
public enum SamplingPolicy {
    /**
     * Sample k is the first frame at or after grid point k. Frames that nothing needs are not
     * decoded; the samples are the same, to the PTS, as those of {@link #EVERYTHING}.
     */
    EXACT,
    /**
     * Sample k is the keyframe nearest to grid point k if there is one within half an interval;
     * where there is none, the first frame at or after the grid point.
     */
    ECONOMY,
    /** Sample k is the first keyframe at or after grid point k; no other frame is a sample. */
    KEYFRAMES,
    /**
     * The samples of {@link #EXACT}, with every frame decoded: what the others are held against.
     */
    EVERYTHING
}
