// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.SampleRange;
import dev.sightline.video.TimelineRecord;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The records of a range that are ready to be handed out, in order, each position once however
 * often a file is read anew. One thread.
 */
final class RangeRecords {

    private final Queue<TimelineRecord> ready = new ArrayDeque<>();
    private SampleRange range;
    private long next;
    private boolean ended;

    /**
     * @param next position of the first record that counts
     */
    RangeRecords(SampleRange range, long next) {
        this.range = range;
        this.next = next;
    }

    /** Takes a record; one that was taken before, or lies before the first, is passed over. */
    void add(TimelineRecord taken) {
        if (taken.position() >= next) {
            next = taken.nextPosition();
            ready.add(taken);
            ended |= next >= range.to() || taken.last();
        }
    }

    /** The next record, or null. */
    TimelineRecord poll() {
        return ready.poll();
    }

    /** Whether a record is wanted: none is ready, and the range is not at its end. */
    boolean wantsMore() {
        return ready.isEmpty() && !ended;
    }

    /** Whether no record follows those that were taken. */
    boolean ended() {
        return ended;
    }

    /** The position behind the last record taken. */
    long next() {
        return next;
    }

    SampleRange range() {
        return range;
    }

    /** Lets the range end at a position that no record has reached. */
    void endAt(long position) {
        range = new SampleRange(range.from(), position);
    }
}
