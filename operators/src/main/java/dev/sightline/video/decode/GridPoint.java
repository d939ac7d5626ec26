// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimeBase;

/**
 * A grid point and the frame that is its sample.
 *
 * @param k the grid point
 * @param expected the grid point behind the sample before; less than {@code k} where grid points
 *     between them have no frame
 * @param pts the frame's
 * @param origin PTS at which media time is 0 on the timeline of this frame
 * @param previous the frame before it, sample or not; the frame itself for the first one
 * @param previousOrigin PTS at which media time is 0 on the timeline of that frame
 */
record GridPoint(long k, long expected, long pts, long origin, long previous, long previousOrigin) {

    /** Whether time stamps jumped back right before it. */
    boolean jumped() {
        return origin != previousOrigin;
    }

    /** Milliseconds from the stream's start to the frame. */
    long mediaMs(TimeBase timeBase) {
        return timeBase.toMillis(pts - origin);
    }

    /** Milliseconds from the stream's start to the frame before it. */
    long previousMs(TimeBase timeBase) {
        return timeBase.toMillis(previous - previousOrigin);
    }
}
