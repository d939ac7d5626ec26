// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.Sample;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.SampleReader;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What a reader tells of itself. One set per reader, not per stream: Flink keeps a metric until the
 * task ends, and a reader may see a hundred thousand files.
 */
public final class ReaderMetrics {

    /** Name of the gauge: id of the stream that is being read, or an empty string. */
    public static final String STREAM = "video.stream";

    /** Name of the gauge: the place of it that is read, in milliseconds. */
    public static final String POSITION = "video.positionMs";

    /** Name of the gauge: its length in milliseconds, 0 if not known. */
    public static final String DURATION = "video.durationMs";

    /** Name of the counter: samples taken. */
    public static final String SAMPLES = "video.samples";

    /** Name of the counter: streams that were read to their end. */
    public static final String COMPLETE = "video.complete";

    /** Name of the counter: streams that could not be opened or not be read on. */
    public static final String FAILED = "video.failed";

    private record Reading(String streamId, SampleReader reader) {}

    private final Counter samples;
    private final Counter complete;
    private final Counter failed;
    private volatile Reading reading;

    ReaderMetrics(MetricGroup group) {
        group.gauge(STREAM, () -> reading == null ? "" : reading.streamId());
        group.gauge(POSITION, () -> progress().positionMs());
        group.gauge(DURATION, () -> progress().durationMs());
        samples = group.counter(SAMPLES);
        complete = group.counter(COMPLETE);
        failed = group.counter(FAILED);
    }

    private SampleReader.Progress progress() {
        Reading now = reading;
        return now == null ? new SampleReader.Progress(0, 0) : now.reader().progress();
    }

    void started(VideoSplit split, SampleReader reader) {
        reading = new Reading(split.stream().streamId(), reader);
    }

    void finished() {
        reading = null;
    }

    /** Counts a record; of the ranges of a stream, only the last one counts as a stream. */
    void count(TimelineRecord timelineRecord) {
        if (timelineRecord instanceof Sample) {
            samples.inc();
        } else if (timelineRecord.closing()) {
            (timelineRecord instanceof StreamEnded ? complete : failed).inc();
        }
    }
}
