// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.SampleReader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReaderMetricsTest {

    private static final VideoSplit SPLIT =
            new VideoSplit(
                    new StreamRef("gate", 1, "file:///gate", SourceKind.FILE, ""), "gate", -1, "");

    private final Map<String, Gauge<?>> gauges = new HashMap<>();

    private final ReaderMetrics metrics =
            new ReaderMetrics(
                    new UnregisteredMetricsGroup() {
                        @Override
                        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
                            gauges.put(name, gauge);
                            return gauge;
                        }
                    });

    private static final class HalfWay implements SampleReader {
        @Override
        public TimelineRecord next() {
            return null;
        }

        @Override
        public Progress progress() {
            return new Progress(5, 10);
        }

        @Override
        public void cancel() {
            throw new UnsupportedOperationException("nobody cancels");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private Object value(String name) {
        return gauges.get(name).getValue();
    }

    @Test
    void tellWhatIsReadAndHowFar() {
        assertThat(value(ReaderMetrics.STREAM)).isEqualTo("");
        metrics.started(SPLIT, new HalfWay());
        assertThat(value(ReaderMetrics.STREAM)).isEqualTo("gate");
        assertThat(value(ReaderMetrics.POSITION)).isEqualTo(5L);
        assertThat(value(ReaderMetrics.DURATION)).isEqualTo(10L);
        metrics.finished();
        assertThat(value(ReaderMetrics.STREAM)).isEqualTo("");
        assertThat(value(ReaderMetrics.DURATION)).isEqualTo(0L);
    }

    @Test
    @Timeout(60)
    void canBeAskedWhileFilesBeginAndEnd() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(
                        () -> {
                            SampleReader reader = new HalfWay();
                            while (!done.get()) {
                                metrics.started(SPLIT, reader);
                                metrics.finished();
                            }
                        });
        for (int i = 0; i < 2_000_000; i++) {
            assertThat((String) value(ReaderMetrics.STREAM)).isNotNull();
        }
        done.set(true);
        reading.join();
    }
}
