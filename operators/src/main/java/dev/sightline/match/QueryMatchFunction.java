// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.ModelFailure;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.EventFactory;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryMatch;
import dev.sightline.event.QueryRequest;
import dev.sightline.picture.PictureKind;
import dev.sightline.picture.PictureSettings;
import dev.sightline.picture.PictureStore;
import dev.sightline.scene.ScenedRecord;
import dev.sightline.video.Gap;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
            new MapStateDescriptor<>("queries", Types.STRING, QueryUpdateSerializer.TYPE);

    private static final ValueStateDescriptor<StreamMemory> MEMORY =
            new ValueStateDescriptor<>("streams", StreamMemorySerializer.TYPE);

    private static final long serialVersionUID = 1L;

    private final ArmingSettings settings;
    private final InitialQueries initial;
    private final MatchEvents events;
    private final PictureSettings pictures;
    private transient MatchPhases phases;
    private transient SharedModels.Lease<List<ArmedQuery>> armed;
    private transient KnownUpdates knownUpdates;
    private transient boolean told;
    private transient ActiveQueries active;
    private transient ValueState<StreamMemory> memories;
    private transient SharedModels.Lease<CalibratedModel> model;
    private transient Map<String, StreamMatcher> matchers;
    private transient Collector<QueryMatch> out;

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
        memories = getRuntimeContext().getState(MEMORY);
        matchers = new HashMap<>();
        model = ModelFailure.endsTheJob(this::calibrated);
        armed = ModelFailure.endsTheJob(() -> initial.acquire(settings));
        knownUpdates = new KnownUpdates(initial);
    }

    /** A bundle without a background does for a job without queries. */
    private SharedModels.Lease<CalibratedModel> calibrated() {
        return CalibratedModel.canCalibrate(settings) ? CalibratedModel.acquire(settings) : null;
    }

    @Override
    public void processElement(
            ScenedRecord scened, ReadOnlyContext context, Collector<QueryMatch> collector)
            throws Exception {
        if (model == null) {
            return;
        }
        if (active == null) {
            var updates = context.getBroadcastState(UPDATES).immutableEntries();
            active = ActiveQueries.of(armed.model(), initial.submission(), updates);
        }
        out = collector;
        String streamId = context.getCurrentKey();
        StreamMatcher matcher = matchers.get(streamId);
        if (matcher == null) {
            StreamMemory known = memories.value();
            matcher = matcher(known == null ? StreamMemory.NONE : known);
            matchers.put(streamId, matcher);
        }
        take(scened, matcher);
        if (over(scened.timelineRecord())) {
            matchers.remove(streamId);
            memories.clear();
        } else {
            memories.update(matcher.memory());
        }
    }

    private static boolean over(TimelineRecord timelineRecord) {
        return timelineRecord instanceof StreamEnded || timelineRecord instanceof StreamFailed;
    }

    private StreamMatcher matcher(StreamMemory known) {
        return new StreamMatcher(
                model.model().calibration(),
                model.model().logitScale(),
                settings.interval(),
                known,
                phases.to(match -> out.collect(match)));
    }

    private void take(ScenedRecord scened, StreamMatcher matcher) throws InterruptedException {
        TimelineRecord timelineRecord = scened.timelineRecord();
        if (timelineRecord instanceof EmbeddedSample sample) {
            matcher.observe(
                    new MatchSample(
                            sample.stream(),
                            sample.k(),
                            sample.time(),
                            sample.vector(),
                            scened.sceneStart(),
                            sample.preview()),
                    active);
        } else if (timelineRecord instanceof Gap gap && gap.discontinuity()) {
            matcher.discontinuity();
        } else if (timelineRecord instanceof Reconnecting) {
            matcher.end(CloseReason.STREAM_LOST);
        }
        if (timelineRecord.last()) {
            matcher.end(
                    timelineRecord instanceof StreamEnded
                            ? CloseReason.ENDED
                            : CloseReason.STREAM_LOST);
        }
    }

    @Override
    public void processBroadcastElement(
            QueryUpdate update, Context context, Collector<QueryMatch> collector) throws Exception {
        if (update.feedback() != null) {
            context.applyToKeyedState(
                    MEMORY, (streamId, state) -> learn(update.feedback(), streamId, state));
            return;
        }
        if (!keep(update, context.getBroadcastState(UPDATES))) {
            return;
        }
        active = null;
        out = collector;
        context.applyToKeyedState(MEMORY, (streamId, state) -> replace(update, streamId, state));
    }

    /** The same in every task, since all are told the same; says whether it changes anything. */
    private boolean keep(QueryUpdate update, BroadcastState<String, QueryUpdate> updates)
            throws Exception {
        if (!update.overrules(updates.get(update.queryId()))) {
            return false;
        }
        if (!told) {
            told = true;
            for (String obsolete : knownUpdates.obsolete(updates.immutableEntries())) {
                updates.remove(obsolete);
            }
        }
        if (knownUpdates.keeps(update)) {
            updates.put(update.queryId(), update);
        } else {
            updates.remove(update.queryId());
        }
        return true;
    }

    /** Ends what a query that was changed or removed had open. */
    private void replace(QueryUpdate update, String streamId, ValueState<StreamMemory> state)
            throws Exception {
        QueryRequest request = update.armed() == null ? null : update.armed().request();
        if (state.value().follows(update.queryId())) {
            change(streamId, state, matcher -> matcher.replace(update.queryId(), request));
        }
    }

    private void learn(FeedbackUpdate update, String streamId, ValueState<StreamMemory> state)
            throws Exception {
        MatchFeedback feedback = update.feedback();
        change(
                streamId,
                state,
                matcher ->
                        matcher.wrong(
                                match ->
                                        match.queryId().equals(feedback.queryId())
                                                && events.id(match).equals(feedback.matchId()),
                                update.withdrawn()));
    }

    /** A change of what is kept of a stream. */
    @FunctionalInterface
    private interface Change {

        /** Says whether it changed anything. */
        boolean to(StreamMatcher matcher) throws InterruptedException;
    }

    private void change(String streamId, ValueState<StreamMemory> state, Change change)
            throws Exception {
        if (model == null) {
            return;
        }
        StreamMatcher matcher = matchers.get(streamId);
        if (matcher == null) {
            matcher = matcher(state.value());
        }
        if (change.to(matcher)) {
            state.update(matcher.memory());
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
        if (armed != null) {
            armed.close();
        }
        if (model != null) {
            model.close();
        }
    }
}
