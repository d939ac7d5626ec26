// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.SampleReader;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Real readers that say a number of grid points, take their time, and break their task once.
 *
 * @param real the readers
 * @param positions grid points they tell of every file
 * @param millis what a record takes
 */
record SeekableReaders(SampleReaderFactory real, long positions, long millis)
        implements SampleReaderFactory {

    /** Readers are built anew in each task; what they count together has to outlive them. */
    private static final AtomicInteger OPENED = new AtomicInteger();

    private static final AtomicInteger RECORDS_BEFORE_FAILURE = new AtomicInteger();

    /**
     * Begins to count anew.
     *
     * @param records that are read, by all readers together, before one throws; below 0 for never
     */
    static void failAfter(int records) {
        OPENED.set(0);
        RECORDS_BEFORE_FAILURE.set(records);
    }

    static boolean haveFailed() {
        return RECORDS_BEFORE_FAILURE.get() < 0;
    }

    static int opened() {
        return OPENED.get();
    }

    private static void failIfItIsTime() {
        if (RECORDS_BEFORE_FAILURE.get() >= 0 && RECORDS_BEFORE_FAILURE.getAndDecrement() == 0) {
            throw new IllegalStateException("a task that breaks");
        }
    }

    @Override
    public SampleReader open(VideoSplit split) {
        OPENED.incrementAndGet();
        SampleReader reader = real.open(split);
        return new SampleReader() {
            @Override
            public TimelineRecord next() {
                LockSupport.parkNanos(millis * 1_000_000);
                failIfItIsTime();
                return reader.next();
            }

            @Override
            public OptionalLong seekablePositions() {
                return OptionalLong.of(positions);
            }

            @Override
            public void endAt(long position) {
                reader.endAt(position);
            }

            @Override
            public Progress progress() {
                return reader.progress();
            }

            @Override
            public void cancel() {
                reader.cancel();
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
