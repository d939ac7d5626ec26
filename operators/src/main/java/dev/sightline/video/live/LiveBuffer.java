// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.Sample;
import dev.sightline.video.Shed;
import dev.sightline.video.TimelineRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Holds the records of one stream between the thread that reads it and the task. It is bounded:
 * when a live stream is faster than the task, its rate is lowered by halves and what is oldest is
 * left out; a sender that waits is made to wait. What is left out stays as a {@link Shed}, so that
 * positions are contiguous. Thread-safe.
 */
final class LiveBuffer {

    /** Markers take little room, but a task that stands still for hours must not fill memory. */
    private static final int MOST_RECORDS = 1000;

    private final int capacity;
    private final long intervalMs;
    private final Runnable filled;
    private final SamplingRate rate = new SamplingRate();
    private final Deque<TimelineRecord> records = new ArrayDeque<>();
    private int samples;
    private long shed;
    private boolean closed;

    /**
     * @param capacity samples that are kept; at least 1
     * @param intervalMs distance of the stream's samples
     * @param filled is told, outside of any lock, that there is something to take
     */
    LiveBuffer(int capacity, long intervalMs, Runnable filled) {
        this.capacity = capacity;
        this.intervalMs = intervalMs;
        this.filled = filled;
    }

    /**
     * Adds a record; of samples, what is too much is left out. It waits only while the task takes
     * nothing at all.
     */
    void add(TimelineRecord next) throws InterruptedException {
        synchronized (this) {
            while (records.size() >= MOST_RECORDS && !closed) {
                wait();
            }
            if (next instanceof Sample sample && !rate.keeps(sample.k())) {
                append(leftOut(sample));
            } else {
                append(next);
            }
            if (samples > capacity) {
                rate.lower(next.position());
                shedOldest();
            }
        }
        filled.run();
    }

    /** Adds a record that carries no picture, at once. */
    void addMarker(TimelineRecord marker) {
        synchronized (this) {
            append(marker);
        }
        filled.run();
    }

    /** Adds a record, and waits first until there is room. */
    void addWaiting(TimelineRecord next) throws InterruptedException {
        synchronized (this) {
            while (samples >= capacity && !closed) {
                wait();
            }
            append(next);
        }
        filled.run();
    }

    private Shed leftOut(Sample sample) {
        shed++;
        return Shed.of(sample, intervalMs);
    }

    private void append(TimelineRecord next) {
        if (next instanceof Shed left
                && records.peekLast() instanceof Shed before
                && before.isFollowedBy(left)) {
            records.removeLast();
            records.add(before.with(left));
            return;
        }
        records.add(next);
        samples += next instanceof Sample ? 1 : 0;
    }

    private void shedOldest() {
        List<TimelineRecord> before = List.copyOf(records);
        records.clear();
        int left = 0;
        samples = 0;
        for (TimelineRecord next : before) {
            boolean oldest = next instanceof Sample && left++ == 0;
            append(oldest ? leftOut((Sample) next) : next);
        }
    }

    /** The next record, or null if there is none. */
    synchronized TimelineRecord poll() {
        TimelineRecord next = records.poll();
        if (next instanceof Sample sample) {
            samples--;
            if (samples == 0) {
                rate.keptUp(sample.k());
            }
        }
        notifyAll();
        return next;
    }

    synchronized boolean isEmpty() {
        return records.isEmpty();
    }

    /** Samples that wait. */
    synchronized int samples() {
        return samples;
    }

    /** Samples left out so far. */
    synchronized long shed() {
        return shed;
    }

    /** Ends all waiting. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
