// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import dev.sightline.video.decode.SampleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CancelledReadITCase {

    /** Flink waits half a minute for a reading thread, and then leaves it behind. */
    private static final Duration SOON = Duration.ofSeconds(15);

    /** A file system that answers once and then no more. */
    private static final class HangingReader implements SampleReader {

        private static final CountDownLatch HANGS = new CountDownLatch(1);
        private static final CountDownLatch CLOSED = new CountDownLatch(1);

        private final StreamRef stream;
        private final CountDownLatch cancelled = new CountDownLatch(1);
        private boolean started;

        HangingReader(StreamRef stream) {
            this.stream = stream;
        }

        @Override
        public TimelineRecord next() {
            if (!started) {
                started = true;
                return new StreamStarted(
                        stream,
                        new MediaTime(
                                0,
                                TimeBase.MILLISECONDS,
                                0,
                                null,
                                WallSource.NONE,
                                0,
                                Instant.EPOCH));
            }
            HANGS.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new StreamFailed(
                    stream, 0, null, StreamFailed.Category.DECODE, "exit requested", 0);
        }

        @Override
        public Progress progress() {
            return new Progress(0, 0);
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public void close() {
            CLOSED.countDown();
        }
    }

    @Test
    @Timeout(120)
    void aReadThatHangsDoesNotHoldTheTaskOfACancelledJob(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("clip.mp4"), "1");
        VideoSource source =
                new VideoSource(
                        List.of(new SourceLocation("", folder.toString())),
                        null,
                        RangeLength.OFF,
                        split -> new HangingReader(split.stream()));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "videos")
                .sinkTo(new DiscardingSink<>());
        JobClient job = env.executeAsync();
        HangingReader.HANGS.await();
        long before = System.nanoTime();
        job.cancel().get();
        assertThat(HangingReader.CLOSED.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(job.getJobExecutionResult().handle((result, failure) -> failure).get())
                .isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
    }
}
