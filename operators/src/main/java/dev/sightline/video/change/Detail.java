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
                public List<Frame> between() {
                    return List.of();
                }
            };

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
     * Fetches the frames between the two; expensive.
     *
     * @return all of them in order of presentation, without the two themselves; empty if they
     *     cannot be had
     */
    List<Frame> between();
}
