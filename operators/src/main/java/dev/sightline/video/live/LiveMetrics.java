// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.Reconnecting;
import dev.sightline.video.Sample;
import dev.sightline.video.TimelineRecord;
import java.util.Collection;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what a reader of live streams does. */
final class LiveMetrics {

    private final Counter samples;
    private final Counter decodeErrors;
    private final Counter failedAttempts;

    /**
     * @param streams the streams of the reader at any time, a view that other threads may read
     */
    LiveMetrics(MetricGroup group, Collection<LiveStream> streams) {
        this.samples = group.counter("liveSamples");
        this.decodeErrors = group.counter("liveDecodeErrors");
        this.failedAttempts = group.counter("liveFailedAttempts");
        group.gauge("liveStreams", streams::size);
        group.gauge(
                "liveStreamsConnected",
                () -> streams.stream().filter(LiveStream::isConnected).count());
        group.gauge(
                "liveSamplesBuffered", () -> streams.stream().mapToInt(LiveStream::buffered).sum());
        group.gauge("liveSamplesShed", () -> streams.stream().mapToLong(LiveStream::shed).sum());
    }

    /** Counts a record that is emitted. */
    void count(TimelineRecord next) {
        if (next instanceof Sample sample) {
            samples.inc();
            decodeErrors.inc(sample.decodeErrors());
        } else if (next instanceof Reconnecting) {
            failedAttempts.inc();
        }
    }
}
