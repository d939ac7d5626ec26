// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.ModelFailure;
import dev.sightline.event.EventFactory;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryMatch;
import dev.sightline.scene.ScenedRecord;
import dev.sightline.video.Gap;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.TimelineRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows all standing queries on each stream. The queries known at the start are armed before the
 * first sample, so that a replay of a file gives the same matches; later ones count from when they
 * arrive.
 */
public final class QueryMatchFunction
        extends KeyedBroadcastProcessFunction<String, ScenedRecord, QueryUpdate, QueryMatch> {

    /** The latest update of each query. */
    public static final MapStateDescriptor<String, QueryUpdate> UPDATES =
            new MapStateDescriptor<>(
                    "queries", Types.STRING, TypeInformation.of(QueryUpdate.class));

    private static final MapStateDescriptor<String, QueryProgress> PROGRESS =
            new MapStateDescriptor<>(
                    "progress", Types.STRING, TypeInformation.of(QueryProgress.class));

    private static final Logger LOG = LoggerFactory.getLogger(QueryMatchFunction.class);

    private static final long serialVersionUID = 1L;

    private final ArmingSettings settings;
    private final InitialQueries initial;
    private final MatchEvents events;
    private transient List<ArmedQuery> armed;
    private transient ActiveQueries active;
    private transient MapState<String, QueryProgress> progress;

    /**
     * @param initial queries to follow from the first sample on
     */
    public QueryMatchFunction(
            ArmingSettings settings, InitialQueries initial, EventFactory events) {
        this.settings = settings;
        this.initial = initial;
        this.events = new MatchEvents(events);
    }

    @Override
    public void open(OpenContext context) {
        progress = getRuntimeContext().getMapState(PROGRESS);
        armed =
                initial.commands().isEmpty()
                        ? List.of()
                        : ModelFailure.endsTheJob(this::armInitial);
    }

    private List<ArmedQuery> armInitial() {
        List<ArmedQuery> queries = new ArrayList<>();
        try (QueryArmings.Lease arming = QueryArmings.ofProcess().acquire(settings)) {
            for (QueryCommand command : initial.commands()) {
                armTo(queries, arming, command);
            }
        }
        return queries;
    }

    private static void armTo(
            List<ArmedQuery> queries, QueryArmings.Lease arming, QueryCommand command) {
        try {
            queries.add(arming.arm(command.read(), command.sequence()));
        } catch (MalformedRequest | ModelException.NoVector e) {
            // The operator that answers control records makes an event of it.
            LOG.warn("query {}: {}", command.queryId(), e.getMessage());
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
        } else if (timelineRecord.last()) {
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
            MatchState state = begun(query, out);
            Observation observation =
                    new Observation(sample.k(), sample.time(), scores[i], sceneStart);
            keep(
                    new QueryProgress(sample.stream(), query, state),
                    query.tracker().observe(state, observation),
                    out);
        }
    }

    /** Where the query stands; a restored job may have another one under the same id. */
    private MatchState begun(ArmedQuery query, Collector<QueryMatch> out) throws Exception {
        QueryProgress before = progress.get(query.request().id());
        if (before == null) {
            return MatchState.INITIAL;
        }
        if (before.query().request().equals(query.request())) {
            return before.state();
        }
        remove(before, out);
        return MatchState.INITIAL;
    }

    private void remove(QueryProgress before, Collector<QueryMatch> out) {
        tell(
                before,
                before.query().tracker().finish(before.state(), CloseReason.QUERY_REMOVED),
                out);
    }

    private void interrupt(Collector<QueryMatch> out) throws Exception {
        for (QueryProgress before : all()) {
            keep(before, before.query().tracker().discontinuity(before.state()), out);
        }
    }

    private void end(CloseReason reason, Collector<QueryMatch> out) throws Exception {
        for (QueryProgress before : all()) {
            tell(before, before.query().tracker().finish(before.state(), reason), out);
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
        tell(before, step, out);
        progress.put(
                before.query().request().id(),
                new QueryProgress(before.stream(), before.query(), step.state()));
    }

    private void tell(QueryProgress before, MatchStep step, Collector<QueryMatch> out) {
        for (MatchPhase phase : step.phases()) {
            out.collect(events.event(before.stream(), before.query(), phase));
        }
    }

    @Override
    public void processBroadcastElement(
            QueryUpdate update, Context context, Collector<QueryMatch> out) throws Exception {
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
}
