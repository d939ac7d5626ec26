// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.source.SampleReaderFactory;
import dev.sightline.video.source.VideoSplit;
import java.util.concurrent.locks.LockSupport;

/** Real readers that take their time, so that a test can stop a job in the middle of a video. */
record SlowReaders(SampleReaderFactory real, long millis) implements SampleReaderFactory {

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
