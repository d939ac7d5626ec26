// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;
import dev.sightline.video.WallSource;
import java.time.Instant;

/**
 * What lies between two timelines of one stream, whose media times have nothing to do with each
 * other. A match rests over it: who is told of a cat does not want to be told again because the
 * camera came back after three seconds.
 *
 * <p>This needs a stream that is known: one that was given up for good, or whose state is gone,
 * rests no longer when it is registered anew.
 *
 * @param last sample of the timeline before
 * @param first sample of the one that begins
 * @param live whether the clock went on meanwhile; the times of a file's samples are those of
 *     whoever reads it, so that the break itself must not count there
 */
record TimelineBreak(MediaTime last, MediaTime first, boolean live) {

    /** From media times before it to those behind it: what is added. */
    long shiftMs() {
        return first.mediaMs() - last.mediaMs() - elapsedMs();
    }

    /** By the stream's own clock if both ends have the same one; else by that of the reader. */
    private long elapsedMs() {
        if (!live) {
            return 0;
        }
        boolean oneClock =
                last.wall() != null
                        && first.wall() != null
                        && last.wallSource() == first.wallSource()
                        && last.wallSource() != WallSource.NONE;
        Instant from = oneClock ? last.wall() : last.ingested();
        Instant to = oneClock ? first.wall() : first.ingested();
        // In milliseconds, which is what events keep of a time: a back-test counts the same.
        return Math.max(0, to.toEpochMilli() - from.toEpochMilli());
    }
}
