// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.event.StatusEvents;
import dev.sightline.event.StreamStatus;
import dev.sightline.video.Shed;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells how live streams are doing: heartbeats, what was left out under overload, and clocks that
 * drift. It sits behind the embedding stage, so a heartbeat says that the whole way is alive.
 */
public final class LiveHealthFunction
        extends KeyedProcessFunction<String, TimelineRecord, StreamStatus> {

    private static final long serialVersionUID = 1L;

    private final StatusEvents events;
    private final long heartbeatMs;
    private final long driftBoundMs;

    private transient ValueState<StreamHealth> health;
    private transient ValueState<ShedWindow> shed;

    /**
     * @param heartbeat time between two heartbeats of a stream
     * @param driftBound a change of drift by so much is told
     */
    public LiveHealthFunction(StatusEvents events, Duration heartbeat, Duration driftBound) {
        this.events = events;
        this.heartbeatMs = heartbeat.toMillis();
        this.driftBoundMs = driftBound.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        health =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "health", TypeInformation.of(StreamHealth.class)));
        shed =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "shed", TypeInformation.of(ShedWindow.class)));
    }

    @Override
    public void processElement(TimelineRecord next, Context context, Collector<StreamStatus> out)
            throws Exception {
        if (!next.stream().isLive()) {
            return;
        }
        StreamHealth before = health.value();
        if (before == null) {
            before = StreamHealth.initial(next.stream());
            beatLater(context);
        }
        StreamHealth now = before.after(next);
        if (next instanceof Shed left) {
            shed.update(ShedWindow.with(shed.value(), left));
            now = now.shed(left);
        }
        tellShed(next, now, out);
        if (now.driftIsNews(driftBoundMs)) {
            now = now.driftTold();
            out.collect(events.drift(now.stream(), next.position(), now.time(), now.driftToldMs()));
        }
        if (next instanceof StreamEnded || next instanceof StreamFailed) {
            health.clear();
        } else {
            health.update(now);
        }
    }

    /** What was left out is told after a while, or when the stream breaks off. */
    private void tellShed(TimelineRecord next, StreamHealth now, Collector<StreamStatus> out)
            throws IOException {
        ShedWindow window = shed.value();
        boolean goesOn = next instanceof Shed || next instanceof EmbeddedSample;
        if (window != null && (!goesOn || window.isOver(now.time().mediaMs()))) {
            out.collect(
                    events.shed(
                            next.stream(),
                            window.position(),
                            window.from(),
                            window.to(),
                            window.millis()));
            shed.clear();
        }
    }

    /** At full multiples, so that there is one timer however often it is registered. */
    private void beatLater(Context context) {
        long beats = context.timerService().currentProcessingTime() / heartbeatMs;
        context.timerService().registerProcessingTimeTimer((beats + 1) * heartbeatMs);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<StreamStatus> out)
            throws Exception {
        StreamHealth now = health.value();
        if (now == null) {
            return;
        }
        if (now.time() != null) {
            out.collect(
                    events.heartbeat(
                            now.stream(),
                            now.beats(),
                            now.time(),
                            now.samples(),
                            now.decodeErrors(),
                            now.shedMs(),
                            now.drift().driftMs()));
            health.update(now.beaten());
        }
        beatLater(context);
    }
}
