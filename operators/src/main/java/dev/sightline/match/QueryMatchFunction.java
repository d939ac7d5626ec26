// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.ModelFailure;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.EventFactory;
import dev.sightline.event.QueryMatch;
import dev.sightline.picture.PictureKind;
import dev.sightline.picture.PictureSettings;
import dev.sightline.picture.PictureStore;
import dev.sightline.scene.ScenedRecord;
import dev.sightline.video.Gap;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Follows all standing queries on each stream. The queries known at the start are armed before the
 * first sample, so that a replay of a file gives the same matches; later ones count from when they
 * arrive.
 *
 * <p>A phase's picture shows the peak so far. State keeps one picture for each match that is open
 * or about to open and whose peak was not told of yet.
 */
public final class QueryMatchFunction
        extends KeyedBroadcastProcessFunction<String, ScenedRecord, QueryUpdate, QueryMatch>
        implements CheckpointedFunction {

    /** The latest update of each query. */
    public static final MapStateDescriptor<String, QueryUpdate> UPDATES =
            new MapStateDescriptor<>(
                    "queries", Types.STRING, TypeInformation.of(QueryUpdate.class));

    private static final MapStateDescriptor<String, QueryProgress> PROGRESS =
            new MapStateDescriptor<>(
                    "progress", Types.STRING, TypeInformation.of(QueryProgress.class));

    private static final long serialVersionUID = 1L;

    private final ArmingSettings settings;
    private final InitialQueries initial;
    private final MatchEvents events;
    private final PictureSettings pictures;
    private transient MatchPhases phases;
    private transient List<ArmedQuery> armed;
    private transient ActiveQueries active;
    private transient MapState<String, QueryProgress> progress;

    /**
     * @param initial queries to follow from the first sample on
     * @param pictures where the pictures of matches go
     */
    public QueryMatchFunction(
            ArmingSettings settings,
            InitialQueries initial,
            EventFactory events,
            PictureSettings pictures) {
        this.settings = settings;
        this.initial = initial;
        this.events = new MatchEvents(events);
        this.pictures = pictures;
    }

    @Override
    public void open(OpenContext context) {
        phases =
                new MatchPhases(
                        events,
                        PictureStore.open(pictures, PictureKind.MATCHES, getRuntimeContext()));
        progress = getRuntimeContext().getMapState(PROGRESS);
        armed =
                initial.commands().isEmpty()
                        ? List.of()
                        : ModelFailure.endsTheJob(this::armInitial);
    }

    private List<ArmedQuery> armInitial() {
        try (SharedModels.Lease<QueryArming> lease = QueryArming.acquire(settings)) {
            return initial.armed(lease.model());
        }
    }

    @Override
    public void processElement(
            ScenedRecord scened, ReadOnlyContext context, Collector<QueryMatch> out)
            throws Exception {
        if (active == null) {
            var updates = context.getBroadcastState(UPDATES).immutableEntries();
            active = ActiveQueries.of(armed, initial.submission(), updates);
        }
        TimelineRecord timelineRecord = scened.timelineRecord();
        if (timelineRecord instanceof EmbeddedSample sample) {
            follow(sample, scened.sceneStart(), out);
        } else if (timelineRecord instanceof Gap gap && gap.discontinuity()) {
            interrupt(out);
        } else if (timelineRecord instanceof Reconnecting) {
            end(CloseReason.STREAM_LOST, out);
        }
        if (timelineRecord.last()) {
            end(
                    timelineRecord instanceof StreamEnded
                            ? CloseReason.ENDED
                            : CloseReason.STREAM_LOST,
                    out);
        }
    }

    private void follow(EmbeddedSample sample, long sceneStart, Collector<QueryMatch> out)
            throws Exception {
        float[] scores = active.scores(sample.vector());
        for (int i = 0; i < scores.length; i++) {
            ArmedQuery query = active.queries().get(i);
            if (!query.appliesTo(sample.stream().streamId())) {
                continue;
            }
            Observation observation =
                    new Observation(sample.k(), sample.time(), scores[i], sceneStart);
            QueryProgress before = begun(sample.stream(), query, out);
            MatchStep step = query.tracker().observe(before.state(), observation);
            PeakPicture picture =
                    before.picture().after(step.state(), observation, sample.preview());
            keep(new QueryProgress(sample.stream(), query, before.state(), picture), step, out);
        }
    }

    /** Where the query stands; a restored job may have another one under the same id. */
    private QueryProgress begun(StreamRef stream, ArmedQuery query, Collector<QueryMatch> out)
            throws Exception {
        QueryProgress before = progress.get(query.request().id());
        if (before != null && before.query().request().equals(query.request())) {
            return before;
        }
        if (before != null) {
            remove(before, out);
        }
        return QueryProgress.initial(stream, query);
    }

    private void remove(QueryProgress before, Collector<QueryMatch> out)
            throws InterruptedException {
        phases.tell(
                before,
                before.query().tracker().finish(before.state(), CloseReason.QUERY_REMOVED),
                out::collect);
    }

    private void interrupt(Collector<QueryMatch> out) throws Exception {
        for (QueryProgress before : all()) {
            keep(before, before.query().tracker().discontinuity(before.state()), out);
        }
    }

    private void end(CloseReason reason, Collector<QueryMatch> out) throws Exception {
        for (QueryProgress before : all()) {
            phases.tell(
                    before, before.query().tracker().finish(before.state(), reason), out::collect);
        }
        progress.clear();
    }

    private List<QueryProgress> all() throws Exception {
        List<QueryProgress> all = new ArrayList<>();
        progress.values().forEach(all::add);
        return all;
    }

    private void keep(QueryProgress before, MatchStep step, Collector<QueryMatch> out)
            throws Exception {
        PeakPicture picture = phases.tell(before, step, out::collect).keptWith(step.state());
        progress.put(
                before.query().request().id(),
                new QueryProgress(before.stream(), before.query(), step.state(), picture));
    }

    @Override
    public void processBroadcastElement(
            QueryUpdate update, Context context, Collector<QueryMatch> out) throws Exception {
        if (update.feedback() != null) {
            return; // it concerns no match that is open
        }
        var updates = context.getBroadcastState(UPDATES);
        if (!update.overrules(updates.get(update.queryId()))) {
            return;
        }
        updates.put(update.queryId(), update);
        active = null;
        context.applyToKeyedState(PROGRESS, (streamId, state) -> replace(update, state, out));
    }

    /** Ends what a query that was changed or removed had open. */
    private void replace(
            QueryUpdate update, MapState<String, QueryProgress> state, Collector<QueryMatch> out)
            throws Exception {
        QueryProgress before = state.get(update.queryId());
        boolean same =
                before == null
                        || update.armed() != null
                                && Objects.equals(
                                        before.query().request(), update.armed().request());
        if (!same) {
            remove(before, out);
            state.remove(update.queryId());
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        // Pictures in hand are written before a snapshot instead of becoming part of it.
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws InterruptedException {
        phases.flush();
    }

    @Override
    public void close() {
        if (phases != null) {
            phases.close();
        }
    }
}
