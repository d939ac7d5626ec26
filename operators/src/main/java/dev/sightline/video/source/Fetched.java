// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.TimelineRecord;

/** What the thread that reads a file hands to the one that emits. */
sealed interface Fetched {

    /** A record to emit. */
    record Emitted(TimelineRecord timelineRecord) implements Fetched {}

    /**
     * A whole file was opened.
     *
     * @param next the place behind its first record
     * @param positions grid points of the file if it is worth cutting, else 0; if not 0, the thread
     *     waits for the range
     */
    record Opened(long next, long positions) implements Fetched {}
}
