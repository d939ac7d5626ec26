// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.io.Serializable;
import java.util.Objects;

/**
 * The picture that a model wants of a frame.
 *
 * @param width pixels
 * @param height pixels
 * @param fit how the frame is brought to that size
 */
public record FrameGeometry(int width, int height, Fit fit) implements Serializable {

    /** How a frame of another shape is brought to the wanted one. */
    public enum Fit {
        /** The whole frame, stretched to the wanted shape. */
        SQUASH,
        /** The shortest edge to the wanted size, then the centre. */
        CENTER_CROP,
        /** The whole frame in its own shape, with black bars. */
        LETTERBOX
    }

    /** Refuses an empty picture. */
    public FrameGeometry {
        Objects.requireNonNull(fit, "fit");
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("geometry " + width + "x" + height);
        }
    }
}
