// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.event.EventFactory;
import dev.sightline.video.Gap;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Runs the scene detector over each stream: changes go to a side output, samples go on with their
 * scene. A sample is held until the one behind it has told whether it begins a scene.
 */
public final class SceneChangeFunction
        extends KeyedProcessFunction<String, TimelineRecord, ScenedRecord> {

    /** The changes. */
    public static final OutputTag<dev.sightline.event.SceneChange> CHANGES =
            new OutputTag<>(
                    "scene-changes", TypeInformation.of(dev.sightline.event.SceneChange.class));

    private static final long serialVersionUID = 1L;

    private final SceneSettings settings;
    private final EventFactory events;
    private transient SceneDetector<SceneState> detector;
    private transient ValueState<SceneState> state;
    private transient ValueState<TimelineRecord> held;

    public SceneChangeFunction(SceneSettings settings, EventFactory events) {
        this.settings = settings;
        this.events = events;
    }

    @Override
    public void open(OpenContext context) {
        detector = new SampleSceneDetector(settings);
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "scene", TypeInformation.of(SceneState.class)));
        held =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("held", EmbeddedSerializer.TYPE));
    }

    @Override
    public void processElement(TimelineRecord arrived, Context context, Collector<ScenedRecord> out)
            throws Exception {
        SceneState now = state.value() == null ? detector.initial() : state.value();
        if (arrived instanceof EmbeddedSample sample) {
            take(detector.observe(now, SceneSample.of(sample)), arrived.stream(), context, out);
            held.update(sample);
            return;
        }
        if (arrived instanceof Gap gap && gap.discontinuity()) {
            take(detector.discontinuity(now, gap.from(), gap.to()), arrived.stream(), context, out);
        } else if (arrived.last()) {
            take(detector.finish(now), arrived.stream(), context, out);
            state.clear();
        } else if (held.value() != null) {
            // The marker must not overtake the sample before it.
            emitHeld(now.sceneStart(), out);
        }
        out.collect(new ScenedRecord(arrived, now.sceneStart()));
    }

    private void take(
            SceneStep<SceneState> step,
            StreamRef stream,
            Context context,
            Collector<ScenedRecord> out)
            throws Exception {
        for (SceneChange change : step.changes()) {
            context.output(CHANGES, event(stream, change));
        }
        emitHeld(step.sceneStart(), out);
        state.update(step.state());
    }

    private void emitHeld(long sceneStart, Collector<ScenedRecord> out) throws Exception {
        TimelineRecord sample = held.value();
        if (sample != null) {
            out.collect(new ScenedRecord(sample, sceneStart));
            held.clear();
        }
    }

    private dev.sightline.event.SceneChange event(StreamRef stream, SceneChange change) {
        SceneChange.PreviousScene previous = change.previousScene();
        return events.sceneChange(
                stream,
                change.start(),
                change.end(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.uncertaintyMs(),
                change.confidence(),
                new dev.sightline.event.SceneChange.Scores(
                        change.scores().visual(), change.scores().embedding()),
                new dev.sightline.event.SceneChange.PreviousScene(
                        events.sceneId(stream, previous.startMs()),
                        previous.startMs(),
                        previous.durationMs()));
    }
}
