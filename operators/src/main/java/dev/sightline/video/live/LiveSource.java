// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.TimelineRecord;
import dev.sightline.video.wire.ImmutableType;
import dev.sightline.video.wire.SampleSerializer;
import java.time.Clock;
import java.util.List;
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
 * Live streams as a Flink source. It never ends, and neither does a stream that is away: every
 * second of it is covered by samples or by a gap that says why there are none.
 */
public final class LiveSource
        implements Source<TimelineRecord, LiveSplit, LiveState>,
                SupportsSplitReassignmentOnRecovery,
                ResultTypeQueryable<TimelineRecord> {

    private static final long serialVersionUID = 1L;

    private final RegistrationFeed feed;
    private final LiveSettings settings;
    private final Connector.Factory connectors;

    /**
     * @param feed tells which streams there are
     * @param connectors reach them
     */
    public LiveSource(RegistrationFeed feed, LiveSettings settings, Connector.Factory connectors) {
        this.feed = feed;
        this.settings = settings;
        this.connectors = connectors;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<LiveSplit, LiveState> createEnumerator(
            SplitEnumeratorContext<LiveSplit> context) {
        return restoreEnumerator(context, new LiveState(List.of(), List.of()));
    }

    @Override
    public SplitEnumerator<LiveSplit, LiveState> restoreEnumerator(
            SplitEnumeratorContext<LiveSplit> context, LiveState state) {
        return new LiveEnumerator(context, feed, state, Clock.systemUTC());
    }

    @Override
    public SourceReader<TimelineRecord, LiveSplit> createReader(SourceReaderContext context) {
        return new LiveSourceReader(context, settings, connectors);
    }

    @Override
    public SimpleVersionedSerializer<LiveSplit> getSplitSerializer() {
        return new LiveSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<LiveState> getEnumeratorCheckpointSerializer() {
        return new LiveStateSerializer();
    }

    @Override
    public TypeInformation<TimelineRecord> getProducedType() {
        return new ImmutableType<>(TimelineRecord.class, SampleSerializer.INSTANCE);
    }
}
