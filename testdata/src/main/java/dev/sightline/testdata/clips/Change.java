// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/**
 * Something that happens to the picture, in frame numbers from 0.
 *
 * @param kind what happens
 * @param firstFrame the first frame that shows it; of a cut and a change of resolution, the first
 *     frame of what is new
 * @param lastFrame the last frame that shows it
 */
public record Change(Kind kind, int firstFrame, int lastFrame) {

    /** What can happen. */
    public enum Kind {
        /** One shot ends, another begins. */
        CUT,
        /** One shot turns into another. */
        DISSOLVE,
        /** A shot darkens, black, another shot brightens. */
        FADE,
        /** One picture takes another's place, piece by piece. */
        WIPE,
        /** Black or a title card; cuts and fades lead there and back. */
        BLACK,
        /** White for some frames, or a photographer's flash; no change of the scene. */
        FLASH,
        /** The camera turns so quickly that all is a blur; no change of the scene. */
        WHIP_PAN,
        /** The camera trembles, zooms or follows; no change of the scene. */
        CAMERA,
        /** Something passes in front of the camera; no change of the scene. */
        OBJECT,
        /** The light or the camera's aperture changes; no change of the scene. */
        EXPOSURE,
        /** Writing over the picture; no change of the scene. */
        TITLE,
        /** Bars at the edges come or go; no change of the scene. */
        LETTERBOX,
        /** Pictures of another size; no change of the scene. */
        RESOLUTION
    }

    /** Refuses an interval that ends before it begins. */
    public Change {
        if (firstFrame < 0 || lastFrame < firstFrame) {
            throw new IllegalArgumentException(kind + " " + firstFrame + " to " + lastFrame);
        }
    }

    static Change at(Kind kind, int frame) {
        return new Change(kind, frame, frame);
    }

    /** Whether the change takes more than the step from one frame to the next. */
    public boolean gradual() {
        return kind == Kind.DISSOLVE || kind == Kind.FADE || kind == Kind.WIPE;
    }
}
