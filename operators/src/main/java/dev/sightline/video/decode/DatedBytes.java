// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.time.Instant;

/** Tells what a playlist says of the bytes of its segments. From the thread that reads them. */
public interface DatedBytes {

    /**
     * A segment.
     *
     * @param begin position of its first byte
     * @param date wall time of its first frame, or null if the playlist does not say
     */
    record Segment(long begin, Instant date) {}

    /**
     * The segment in which a byte lies.
     *
     * @param position of the byte, from the begin of what is read; at most the last one read
     */
    Segment at(long position);
}
