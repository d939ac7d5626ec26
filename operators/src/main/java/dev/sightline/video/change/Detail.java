// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.util.List;

/** What lies between a known frame and the known frame before it. Valid during one call only. */
public interface Detail {

    /** A frame that directly follows the one before it. */
    Detail ADJACENT =
            new Detail() {
                @Override
                public boolean adjacent() {
                    return true;
                }

                @Override
                public List<Known> between(Frame later) {
                    return List.of();
                }
            };

    /**
     * A frame that became known.
     *
     * @param frame the frame
     * @param before what lies between it and the known frame before it
     */
    record Known(Frame frame, Detail before) {}

    /** True if the stream has no frame between the two. */
    boolean adjacent();

    /**
     * True if nothing that is known without decoding hints at a change between the two: only a
     * large difference is worth to be looked at more closely.
     */
    default boolean quiet() {
        return false;
    }

    /**
     * Fetches frames between the two; expensive. They may be some of them, of which each can be
     * asked in turn for what lies before it.
     *
     * @param later the later one of the two
     * @return frames in order of presentation, {@code later} the last of them; empty if none can be
     *     had
     */
    List<Known> between(Frame later);
}
