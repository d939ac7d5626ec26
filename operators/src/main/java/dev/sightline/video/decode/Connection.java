// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.util.List;

/**
 * A connection to a live stream. Its records are those of one or more timelines, each of which has
 * an epoch of its own: time stamps that jump begin another one. Not thread-safe, except for {@link
 * #cancel()}.
 */
public interface Connection extends AutoCloseable {

    /** Begins a timeline; before the first record, and after each null. */
    void begin(StreamRef stream);

    /**
     * The next record of the timeline: a start marker, then samples and gaps; an end marker only
     * where the sender says that nothing will follow. Waits for it.
     *
     * @return null if the timeline is at its end and another one follows
     * @throws MediaException if the stream was lost, or is silent for too long
     */
    TimelineRecord next() throws MediaException;

    /** Why the timeline is at its end and another one follows, in words for a person. */
    String interruption();

    /** The changes that were not told yet, once the timeline is at its end or was lost. */
    List<VisualChange> lastChanges();

    /** Whether the sender waits for the receiver, so that nothing is lost if that is slow. */
    boolean waits();

    /** Makes a read in progress fail soon, and all later ones at once. */
    void cancel();

    @Override
    void close();
}
