// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimeBase;

/** One pass over frames: what is open, and what watches the frames. One thread. */
interface Pass {

    OpenedVideo video();

    TimeBase timeBase();

    MediaClock clock();

    FrameSource frames();

    /** Watches the frames; there from the first frame on. */
    ChangeTracker changes();
}
