// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.QueryStatus;
import dev.sightline.event.StatusEvents;
import dev.sightline.event.StreamStatus;
import dev.sightline.match.QueryCommand;
import dev.sightline.match.QueryControlOperator;
import dev.sightline.match.QueryMatchFunction;
import dev.sightline.match.QueryUpdate;
import dev.sightline.match.QueryUpdateSerializer;
import dev.sightline.scene.SceneChangeFunction;
import dev.sightline.scene.ScenedRecord;
import dev.sightline.scene.ScenedSerializer;
import dev.sightline.stream.EmbeddingHealthFunction;
import dev.sightline.stream.InOrderFunction;
import dev.sightline.stream.LiveHealthFunction;
import dev.sightline.stream.ModelIncidentsFunction;
import dev.sightline.stream.StreamEventsFunction;
import dev.sightline.video.TimelineRecord;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;

/** The way of a sample: decode, embed, order, scenes, matches, events. */
public final class Topology {

    /** A vector that takes longer means a model that hangs. */
    private static final long EMBED_TIMEOUT_MINUTES = 10;

    private Topology() {}

    /**
     * Connects the stages.
     *
     * @param samples what the source emits
     * @param queries control records of standing queries that come later, or null
     * @param registrationErrors registrations of streams that cannot be understood, or null
     * @param embed the image tower's place in the job
     * @param plan what the stages have to know
     * @param outputs where the events go
     */
    public static void define(
            DataStream<TimelineRecord> samples,
            DataStream<QueryCommand> queries,
            DataStream<ErrorEvent> registrationErrors,
            AsyncFunction<TimelineRecord, TimelineRecord> embed,
            Plan plan,
            Outputs outputs) {
        DataStream<TimelineRecord> embedded =
                AsyncDataStream.orderedWait(
                                samples,
                                embed,
                                EMBED_TIMEOUT_MINUTES,
                                TimeUnit.MINUTES,
                                plan.inFlight())
                        .returns(EmbeddedSerializer.TYPE)
                        .uid("embed")
                        .name("embed");

        SingleOutputStreamOperator<TimelineRecord> ordered =
                byStream(embedded)
                        .process(new InOrderFunction())
                        .returns(EmbeddedSerializer.TYPE)
                        .uid("in-order")
                        .name("in order");

        SingleOutputStreamOperator<ScenedRecord> scened =
                stillByStream(ordered)
                        .process(
                                new SceneChangeFunction(
                                        plan.scenes(), plan.streamEvents(), plan.pictures()))
                        .returns(ScenedSerializer.TYPE)
                        .uid("scenes")
                        .name("scenes");
        outputs.sceneChanges().accept(scened.getSideOutput(SceneChangeFunction.CHANGES));

        SingleOutputStreamOperator<QueryUpdate> armed = armed(samples, queries, plan);
        // By query, or tasks of the sink overtake each other: its topic keeps the last of a key.
        outputs.queryStatus()
                .accept(
                        armed.getSideOutput(QueryControlOperator.STATUS)
                                .keyBy(QueryStatus::queryId, Types.STRING));

        outputs.matches()
                .accept(
                        DataStreamUtils.reinterpretAsKeyedStream(
                                        scened,
                                        scenedRecord ->
                                                scenedRecord.timelineRecord().stream().streamId(),
                                        Types.STRING)
                                .connect(
                                        armed.broadcast(
                                                QueryMatchFunction.UPDATES,
                                                QueryMatchFunction.FEEDBACK))
                                .process(
                                        new QueryMatchFunction(
                                                plan.arming(),
                                                plan.queries(),
                                                plan.streamEvents(),
                                                plan.pictures()))
                                .uid("matches")
                                .name("matches"));

        SingleOutputStreamOperator<StreamStatus> status =
                ordered.process(
                                new StreamEventsFunction(
                                        plan.streamEvents(),
                                        outputs.embeddings() != null,
                                        plan.pictures()))
                        .uid("stream-events")
                        .name("stream events");
        outputs.status()
                .accept(status.union(health(ordered, plan), embeddingHealth(ordered, plan)));
        if (outputs.embeddings() != null) {
            outputs.embeddings().accept(status.getSideOutput(StreamEventsFunction.EMBEDDINGS));
        }
        DataStream<ErrorEvent> errors =
                status.getSideOutput(StreamEventsFunction.ERRORS)
                        .union(
                                armed.getSideOutput(QueryControlOperator.ERRORS),
                                incidents(embedded, plan));
        outputs.errors()
                .accept(registrationErrors == null ? errors : errors.union(registrationErrors));
    }

    /** Behind the model: after an incident, what it was asked for comes first. */
    private static DataStream<ErrorEvent> incidents(
            DataStream<TimelineRecord> embedded, Plan plan) {
        return embedded.process(new ModelIncidentsFunction(plan.modelEvents()))
                .uid("model-incidents")
                .name("model incidents");
    }

    /** How live streams are doing; says nothing of files. */
    private static DataStream<StreamStatus> health(DataStream<TimelineRecord> ordered, Plan plan) {
        return stillByStream(ordered)
                .process(
                        new LiveHealthFunction(
                                new StatusEvents(plan.streamEvents()),
                                plan.heartbeat(),
                                plan.clockDrift()))
                .uid("live-health")
                .name("live health");
    }

    private static DataStream<StreamStatus> embeddingHealth(
            DataStream<TimelineRecord> ordered, Plan plan) {
        return stillByStream(ordered)
                .process(new EmbeddingHealthFunction(new StatusEvents(plan.streamEvents())))
                .uid("embedding-health")
                .name("embedding health");
    }

    /** What becomes of a query is told once, whatever the parallelism. */
    private static SingleOutputStreamOperator<QueryUpdate> armed(
            DataStream<TimelineRecord> samples, DataStream<QueryCommand> queries, Plan plan) {
        DataStream<QueryCommand> silent = silent(samples);
        return (queries == null ? silent : silent.union(queries))
                .transform(
                        "arm queries",
                        QueryUpdateSerializer.TYPE,
                        new QueryControlOperator(plan.arming(), plan.queries(), plan.queryEvents()))
                .setParallelism(1)
                .uid("arm-queries");
    }

    /**
     * Says nothing, as long as there are samples: an operator that has ended by then is skipped in
     * a job that goes on from a savepoint, and could not tell of queries that have changed.
     */
    private static DataStream<QueryCommand> silent(DataStream<TimelineRecord> samples) {
        return samples.<QueryCommand>flatMap((sample, out) -> {})
                .returns(TypeInformation.of(QueryCommand.class))
                .uid("query-life")
                .name("query life");
    }

    private static KeyedStream<TimelineRecord, String> byStream(
            DataStream<TimelineRecord> records) {
        return records.keyBy(Topology::streamId, Types.STRING);
    }

    /** The keyed stage before sits on the same task, so nothing has to be sent again. */
    private static KeyedStream<TimelineRecord, String> stillByStream(
            DataStream<TimelineRecord> records) {
        return DataStreamUtils.reinterpretAsKeyedStream(records, Topology::streamId, Types.STRING);
    }

    private static String streamId(TimelineRecord timelineRecord) {
        return timelineRecord.stream().streamId();
    }
}
