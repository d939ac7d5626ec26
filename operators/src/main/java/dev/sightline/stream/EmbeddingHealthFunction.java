// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.event.StatusEvents;
import dev.sightline.event.StreamStatus;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Tells when something is wrong with the vectors of a stream, and when it no longer is. */
public final class EmbeddingHealthFunction
        extends KeyedProcessFunction<String, TimelineRecord, StreamStatus> {

    private static final long serialVersionUID = 1L;

    private final StatusEvents events;
    private transient ValueState<EmbeddingHealth> health;
    private transient Set<String> degraded;
    private transient Counter problems;

    public EmbeddingHealthFunction(StatusEvents events) {
        this.events = events;
    }

    @Override
    public void open(OpenContext context) {
        health =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "embedding-health", EmbeddingHealthSerializer.TYPE));
        degraded = new HashSet<>();
        problems = getRuntimeContext().getMetricGroup().counter("embedding.problems");
        getRuntimeContext()
                .getMetricGroup()
                .gauge("embedding.degradedStreams", () -> degraded.size());
    }

    @Override
    public void processElement(TimelineRecord next, Context context, Collector<StreamStatus> out)
            throws Exception {
        if (next instanceof StreamEnded || next instanceof StreamFailed) {
            health.clear();
            degraded.remove(context.getCurrentKey());
        } else if (next instanceof EmbeddedSample sample) {
            step(sample, sample.time(), context.getCurrentKey(), out);
        } else if (next instanceof SampleFailed failed) {
            step(failed, failed.time(), context.getCurrentKey(), out);
        }
    }

    private void step(
            TimelineRecord next, MediaTime time, String streamId, Collector<StreamStatus> out)
            throws Exception {
        EmbeddingHealth before = before();
        EmbeddingHealth now = before.after(next);
        Set<EmbeddingProblem> had = before.problems();
        Set<EmbeddingProblem> has = now.problems();
        for (EmbeddingProblem problem : EnumSet.allOf(EmbeddingProblem.class)) {
            if (had.contains(problem) != has.contains(problem)) {
                problems.inc(has.contains(problem) ? 1 : 0);
                StreamStatus.Embeddings told =
                        new StreamStatus.Embeddings(problem.text(), now.reason(problem));
                out.collect(
                        events.embeddings(
                                next.stream(), next.position(), time, told, had.contains(problem)));
            }
        }
        if (has.isEmpty()) {
            degraded.remove(streamId);
        } else {
            degraded.add(streamId);
        }
        health.update(now);
    }

    /** Vectors of another model, that of a job before this one, cannot be compared. */
    private EmbeddingHealth before() throws IOException {
        String model = events.events().model().digest();
        EmbeddingHealth known = health.value();
        return known == null || !known.model().equals(model) ? EmbeddingHealth.start(model) : known;
    }
}
