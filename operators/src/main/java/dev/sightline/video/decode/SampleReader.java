// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimelineRecord;

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

    /** How far it is. */
    Progress progress();

    /** Makes a read in progress fail soon; the reader can only be closed afterwards. */
    void cancel();

    @Override
    void close();
}
