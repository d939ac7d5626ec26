// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimelineRecord;
import java.util.OptionalLong;

/**
 * Reads one stream's timeline. Not thread-safe, except for {@link #cancel()} and {@link
 * #progress()}.
 */
public interface SampleReader extends AutoCloseable {

    /**
     * How far a reader is.
     *
     * @param positionMs milliseconds of media read
     * @param durationMs milliseconds of media there are; 0 if not known
     */
    record Progress(long positionMs, long durationMs) {}

    /**
     * The next record, in order of position. Bad media never throws: it ends in a {@link
     * dev.sightline.video.StreamFailed}.
     *
     * @return null behind the record that ends the timeline
     */
    TimelineRecord next();

    /**
     * Tells whether the stream can be read in ranges: whether reading can begin at any grid point
     * for about the price of the frames behind it. Known once the first record was read.
     *
     * @return how many grid points the stream has, as its container says; empty if it has to be
     *     read in sequence
     */
    default OptionalLong seekablePositions() {
        return OptionalLong.empty();
    }

    /**
     * Ends a reader of all to come before the stream's end: it reads only the grid points before
     * {@code position}. Called, if at all, before a record was read that reaches there, and only on
     * a reader that said it is seekable.
     */
    default void endAt(long position) {
        throw new UnsupportedOperationException("reads in sequence");
    }

    /** How far it is. */
    Progress progress();

    /** Makes a read in progress fail soon; the reader can only be closed afterwards. */
    void cancel();

    @Override
    void close();
}
