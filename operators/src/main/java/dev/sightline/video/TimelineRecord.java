// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.List;

/**
 * Anything that happens at a place of a stream's timeline.
 *
 * <p>Positions make the order of one (stream, epoch) provable without watermarks: the record that
 * follows one with {@code nextPosition() == p} has {@code position() == p}. The start marker stands
 * at -1, sample k at k, a gap at its first missing k, the end marker behind the last of them. A
 * live stream has a new epoch after each interruption: markers that tell of attempts to reach it
 * stand behind the last sample before, and the gap that tells of the whole interruption closes the
 * epoch, naming {@link SampleRange#END} as the place behind it. Where a stream is read in ranges,
 * what ends it in one of them names the next one's begin as the place behind it; that range may
 * hold records still, which no longer count.
 */
public interface TimelineRecord {

    /** The stream and epoch it belongs to. */
    StreamRef stream();

    /** Its place on the sampling grid; -1 for the start marker. */
    long position();

    /** The place at which the record after it stands. */
    default long nextPosition() {
        return position() + 1;
    }

    /**
     * What the reader saw change. Each change is told once, with the first record that lies a fixed
     * time behind it or ends what was seen of the stream.
     */
    default List<VisualChange> changes() {
        return List.of();
    }

    /** Whether it is the last record of its epoch that counts. */
    default boolean last() {
        return this instanceof StreamEnded
                || this instanceof StreamFailed
                || this instanceof Gap && nextPosition() == SampleRange.END;
    }

    /** Whether there is nothing of its epoch behind it, in no other range either. */
    default boolean closing() {
        return last() && nextPosition() == SampleRange.END;
    }
}
