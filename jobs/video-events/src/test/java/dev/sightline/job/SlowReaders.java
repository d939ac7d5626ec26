// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.source.SampleReaderFactory;
import dev.sightline.video.source.VideoSplit;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Real readers that take their time, so that a test can stop a job in the middle of a video.
 *
 * @param real the readers
 * @param millis what a record takes
 * @param positions grid points that they tell of every file, as if they could seek; 0 for none
 */
record SlowReaders(SampleReaderFactory real, long millis, long positions)
        implements SampleReaderFactory {

    @Override
    public SampleReader open(VideoSplit split) {
        SampleReader reader = real.open(split);
        return new SampleReader() {
            @Override
            public TimelineRecord next() {
                LockSupport.parkNanos(millis * 1_000_000);
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
