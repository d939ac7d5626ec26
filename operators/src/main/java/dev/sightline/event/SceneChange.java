// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One scene ended and another began.
 *
 * @param header envelope
 * @param common the stream; its time is the boundary's start
 * @param kind cut | gradual | semantic | discontinuity
 * @param boundary where; start and end are equal for a cut
 * @param uncertaintyMs how far the boundary may be off, in milliseconds
 * @param confidence 0 to 1
 * @param scores what it was seen by
 * @param previousScene the scene that ended
 * @param suppressed why it would not be reported (flash, …); only in debug mode, else null
 * @param thumbnail URI of a picture of the scene that begins, or null
 */
public record SceneChange(
        @JsonIgnore EventHeader header,
        @JsonUnwrapped CommonBlock common,
        String kind,
        Boundary boundary,
        long uncertaintyMs,
        double confidence,
        Scores scores,
        PreviousScene previousScene,
        String suppressed,
        String thumbnail)
        implements Event {

    /**
     * @param start first moment of the transition
     * @param end last moment of the transition
     */
    public record Boundary(TimeBlock start, TimeBlock end) {}

    /**
     * @param visual difference of the pictures, 0 to 1
     * @param embedding distance of the vectors, 0 to 1
     */
    public record Scores(double visual, double embedding) {}

    /**
     * @param id of the scene that ended
     * @param startMs where it began, in milliseconds of media time
     * @param durationMs how long it was
     */
    public record PreviousScene(String id, long startMs, long durationMs) {}

    /** The same with the URI of a picture, or null for none. */
    public SceneChange withThumbnail(String uri) {
        return new SceneChange(
                header,
                common,
                kind,
                boundary,
                uncertaintyMs,
                confidence,
                scores,
                previousScene,
                suppressed,
                uri);
    }

    @Override
    public Topic topic() {
        return Topic.SCENE_CHANGES;
    }
}
