// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.TimelineRecord;
import dev.sightline.video.wire.ImmutableType;
import dev.sightline.video.wire.SampleSerializer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Video files as a Flink source: per file a start marker, samples and gaps, and one marker that
 * ends it, in order of position within each range of it. A file that cannot be read ends in a
 * {@link dev.sightline.video.StreamFailed}; it fails neither the job nor its neighbours.
 */
public final class VideoSource
        implements Source<TimelineRecord, VideoSplit, EnumeratorState>,
                SupportsSplitReassignmentOnRecovery,
                ResultTypeQueryable<TimelineRecord> {

    private static final long serialVersionUID = 1L;

    private final List<SourceLocation> locations;
    private final Watch watch;
    private final RangeLength length;
    private final SampleReaderFactory factory;

    /**
     * How to look for files that arrive later.
     *
     * @param interval time between two looks
     * @param settle how long a file must be unchanged to be taken as complete
     */
    public record Watch(Duration interval, Duration settle) implements java.io.Serializable {}

    /**
     * @param locations files and directories
     * @param watch how to look for more, or null to end with the files that are there
     * @param length where long files are cut
     * @param factory opens readers
     */
    public VideoSource(
            List<SourceLocation> locations,
            Watch watch,
            RangeLength length,
            SampleReaderFactory factory) {
        this.locations = List.copyOf(locations);
        this.watch = watch;
        this.length = length;
        this.factory = factory;
    }

    @Override
    public Boundedness getBoundedness() {
        return watch == null ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<VideoSplit, EnumeratorState> createEnumerator(
            SplitEnumeratorContext<VideoSplit> context) {
        return restoreEnumerator(context, new EnumeratorState(Set.of(), List.of(), false));
    }

    @Override
    public SplitEnumerator<VideoSplit, EnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<VideoSplit> context, EnumeratorState state) {
        Duration settle = watch == null ? Duration.ZERO : watch.settle();
        return new VideoEnumerator(
                context,
                new FileDiscovery(locations, settle, Clock.systemUTC()),
                watch == null ? null : watch.interval(),
                length,
                state);
    }

    @Override
    public SourceReader<TimelineRecord, VideoSplit> createReader(SourceReaderContext context) {
        return new VideoSourceReader(
                factory, length, new ReaderMetrics(context.metricGroup()), context);
    }

    @Override
    public SimpleVersionedSerializer<VideoSplit> getSplitSerializer() {
        return new VideoSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<EnumeratorState> getEnumeratorCheckpointSerializer() {
        return new EnumeratorStateSerializer();
    }

    @Override
    public TypeInformation<TimelineRecord> getProducedType() {
        return new ImmutableType<>(TimelineRecord.class, SampleSerializer.INSTANCE);
    }
}
