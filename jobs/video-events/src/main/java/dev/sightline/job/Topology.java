// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.event.StreamStatus;
import dev.sightline.match.QueryCommand;
import dev.sightline.match.QueryControlFunction;
import dev.sightline.match.QueryMatchFunction;
import dev.sightline.match.QueryUpdate;
import dev.sightline.scene.SceneChangeFunction;
import dev.sightline.scene.ScenedRecord;
import dev.sightline.scene.ScenedSerializer;
import dev.sightline.stream.InOrderFunction;
import dev.sightline.stream.StreamEventsFunction;
import dev.sightline.video.TimelineRecord;
import java.util.concurrent.TimeUnit;
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
     * @param queries control records of standing queries
     * @param embed the image tower's place in the job
     * @param plan what the stages have to know
     * @param outputs where the events go
     */
    public static void define(
            DataStream<TimelineRecord> samples,
            DataStream<QueryCommand> queries,
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
                        .process(new SceneChangeFunction(plan.scenes(), plan.streamEvents()))
                        .returns(ScenedSerializer.TYPE)
                        .uid("scenes")
                        .name("scenes");
        outputs.sceneChanges().accept(scened.getSideOutput(SceneChangeFunction.CHANGES));

        SingleOutputStreamOperator<QueryUpdate> armed = armed(queries, plan);
        outputs.queryStatus().accept(armed.getSideOutput(QueryControlFunction.STATUS));

        outputs.matches()
                .accept(
                        DataStreamUtils.reinterpretAsKeyedStream(
                                        scened,
                                        scenedRecord ->
                                                scenedRecord.timelineRecord().stream().streamId(),
                                        Types.STRING)
                                .connect(armed.broadcast(QueryMatchFunction.UPDATES))
                                .process(
                                        new QueryMatchFunction(
                                                plan.arming(),
                                                plan.queries(),
                                                plan.streamEvents()))
                                .uid("matches")
                                .name("matches"));

        SingleOutputStreamOperator<StreamStatus> status =
                ordered.process(
                                new StreamEventsFunction(
                                        plan.streamEvents(), outputs.embeddings() != null))
                        .uid("stream-events")
                        .name("stream events");
        outputs.status().accept(status);
        if (outputs.embeddings() != null) {
            outputs.embeddings().accept(status.getSideOutput(StreamEventsFunction.EMBEDDINGS));
        }
        outputs.errors()
                .accept(
                        status.getSideOutput(StreamEventsFunction.ERRORS)
                                .union(armed.getSideOutput(QueryControlFunction.ERRORS)));
    }

    /** What becomes of a query is told once, whatever the parallelism. */
    private static SingleOutputStreamOperator<QueryUpdate> armed(
            DataStream<QueryCommand> queries, Plan plan) {
        return queries.process(
                        new QueryControlFunction(plan.arming(), plan.queryEvents()))
                .setParallelism(1)
                .uid("arm-queries")
                .name("arm queries");
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
