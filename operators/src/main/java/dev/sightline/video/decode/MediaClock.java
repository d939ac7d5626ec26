// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.MediaTime;

/** Turns PTS into times. */
@FunctionalInterface
interface MediaClock {

    /**
     * The time of a frame.
     *
     * @param mediaMs milliseconds since the stream's start
     */
    MediaTime at(long pts, long mediaMs);
}
