// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelFailure;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.EventFactory;
import dev.sightline.event.QueryMatch;
import dev.sightline.event.QueryRequest;
import dev.sightline.picture.PictureKind;
import dev.sightline.picture.PictureSettings;
import dev.sightline.picture.PictureStore;
import dev.sightline.scene.ScenedRecord;
import java.util.List;
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

    /** What was said of the matches of each query. */
    public static final MapStateDescriptor<String, QueryFeedback> FEEDBACK =
            new MapStateDescriptor<>("feedback", Types.STRING, QueryFeedbackSerializer.TYPE);

    private static final ValueStateDescriptor<StreamMemory> MEMORY =
            new ValueStateDescriptor<>("streams", StreamMemorySerializer.TYPE);

    private static final long serialVersionUID = 1L;

    private final ArmingSettings settings;
    private final InitialQueries initial;
    private final MatchEvents events;
    private final PictureSettings pictures;
    private transient MatchPhases phases;
    private transient QueriesInForce.Initial asSubmitted;
    private transient QueriesInForce queries;
    private transient SharedModels.Lease<ArmedAtStart> armed;
    private transient KnownUpdates known;
    private transient boolean told;
    private transient ValueState<StreamMemory> memories;
    private transient SharedModels.Lease<CalibratedModel> model;
    private transient StreamMatchers matchers;
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
        model = ModelFailure.endsTheJob(this::calibrated);
        if (model == null) {
            return;
        }
        MatchListener listener = phases.to(match -> out.collect(match));
        matchers = new StreamMatchers(model.model(), settings.interval(), listener);
        armed = ModelFailure.endsTheJob(() -> initial.acquire(settings));
        asSubmitted = new QueriesInForce.Initial(initial, armed.model().queries());
        known = new KnownUpdates(initial);
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
        if (queries == null) {
            queries =
                    asSubmitted.with(
                            context.getBroadcastState(UPDATES).immutableEntries(),
                            context.getBroadcastState(FEEDBACK).immutableEntries(),
                            events);
        }
        out = collector;
        StreamMemory memory = matchers.take(scened, memories.value(), queries);
        if (memory == null) {
            memories.clear();
        } else {
            memories.update(memory);
        }
    }

    @Override
    public void processBroadcastElement(
            QueryUpdate update, Context context, Collector<QueryMatch> collector) throws Exception {
        if (model == null) {
            return;
        }
        if (update.feedback() == null) {
            if (!keep(update, context)) {
                return;
            }
            out = collector;
            context.applyToKeyedState(MEMORY, (streamId, state) -> end(update, streamId, state));
        }
        // Streams come to know of it with their next sample, rather than all at once.
        keepFeedback(update, context.getBroadcastState(FEEDBACK));
        queries = null;
    }

    /** The same in every task, since all are told the same; says whether it changes anything. */
    private boolean keep(QueryUpdate update, Context context) throws Exception {
        BroadcastState<String, QueryUpdate> updates = context.getBroadcastState(UPDATES);
        if (!update.overrules(updates.get(update.queryId()))) {
            return false;
        }
        if (!told) {
            told = true;
            BroadcastState<String, QueryFeedback> feedback = context.getBroadcastState(FEEDBACK);
            forget(updates, known.obsolete(updates.immutableEntries(), QueryUpdate::submission));
            forget(
                    feedback,
                    known.obsolete(feedback.immutableEntries(), QueryFeedback::submission));
        }
        if (known.keeps(update)) {
            updates.put(update.queryId(), update);
        } else {
            updates.remove(update.queryId());
        }
        return true;
    }

    private static void forget(BroadcastState<String, ?> state, List<String> keys)
            throws Exception {
        for (String key : keys) {
            state.remove(key);
        }
    }

    private void keepFeedback(QueryUpdate update, BroadcastState<String, QueryFeedback> kept)
            throws Exception {
        QueryFeedback next = asSubmitted.after(update, kept.get(update.queryId()));
        if (next == null) {
            kept.remove(update.queryId());
        } else {
            kept.put(update.queryId(), next);
        }
    }

    /** Ends what a query that was changed or removed had open. */
    private void end(QueryUpdate update, String streamId, ValueState<StreamMemory> state)
            throws Exception {
        QueryRequest request = update.armed() == null ? null : update.armed().request();
        StreamMemory memory = state.value();
        StreamMemory next = matchers.replace(streamId, memory, update.queryId(), request);
        if (next != memory) {
            state.update(next);
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
