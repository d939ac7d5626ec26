// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

/**
 * A known frame and how it differs from the known frame before it.
 *
 * @param difference {@link PictureDifference} of the two
 * @param holeTicks 0 if nothing happened between the two that could matter; otherwise the time
 *     between the two, whose frames could not be had
 */
record Step(Frame frame, double difference, long holeTicks) {

    long pts() {
        return frame.pts();
    }

    Thumbnail picture() {
        return frame.picture();
    }
}
