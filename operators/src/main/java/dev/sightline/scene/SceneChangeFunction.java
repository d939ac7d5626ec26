// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.event.EventFactory;
import dev.sightline.picture.PictureKind;
import dev.sightline.picture.PictureSettings;
import dev.sightline.picture.PictureStore;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Runs the scene detector over each stream: changes go to a side output, samples go on with their
 * scene. A sample is held until the one behind it has told whether it begins a scene.
 *
 * <p>A change's picture is that of the first sample of the new scene, or of a semantic change the
 * one with which it was clear. An interruption is told together with the record behind it, whose
 * picture it gets. State keeps the pictures of the samples of the last seconds.
 */
public final class SceneChangeFunction
        extends KeyedProcessFunction<String, TimelineRecord, ScenedRecord>
        implements CheckpointedFunction {

    /** The changes. */
    public static final OutputTag<dev.sightline.event.SceneChange> CHANGES =
            new OutputTag<>(
                    "scene-changes", TypeInformation.of(dev.sightline.event.SceneChange.class));

    private static final long serialVersionUID = 1L;

    private final SceneSettings settings;
    private final EventFactory events;
    private final PictureSettings pictures;
    private transient PictureStore store;
    private transient SceneDetector<SceneState> detector;
    private transient ValueState<SceneState> state;
    private transient ValueState<TimelineRecord> held;
    private transient ValueState<dev.sightline.event.SceneChange> interruption;

    /**
     * @param pictures where the pictures of new scenes go
     */
    public SceneChangeFunction(
            SceneSettings settings, EventFactory events, PictureSettings pictures) {
        this.settings = settings;
        this.events = events;
        this.pictures = pictures;
    }

    @Override
    public void open(OpenContext context) {
        store = PictureStore.open(pictures, PictureKind.SCENES, getRuntimeContext());
        detector = new FusedSceneDetector(settings);
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "scene", TypeInformation.of(SceneState.class)));
        held =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("held", EmbeddedSerializer.TYPE));
        interruption =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "interruption",
                                        TypeInformation.of(dev.sightline.event.SceneChange.class)));
    }

    @Override
    public void processElement(TimelineRecord arrived, Context context, Collector<ScenedRecord> out)
            throws Exception {
        tellInterruption(arrived, context);
        SceneStep<SceneState> step = step(arrived);
        for (SceneChange change : step.changes()) {
            if (change.kind() == SceneChange.Kind.DISCONTINUITY) {
                interruption.update(event(arrived.stream(), change));
            } else {
                tell(event(arrived.stream(), change), change.preview(), context);
            }
        }
        // A marker must not overtake the sample before it.
        emitHeld(step.sceneStart(), out);
        if (arrived instanceof EmbeddedSample) {
            held.update(arrived);
        } else {
            out.collect(new ScenedRecord(arrived, step.sceneStart()));
        }
        if (arrived.last()) {
            state.clear();
        } else {
            state.update(step.state());
        }
    }

    private SceneStep<SceneState> step(TimelineRecord arrived) throws IOException {
        SceneState now = state.value() == null ? detector.initial() : state.value();
        return arrived instanceof EmbeddedSample sample
                ? detector.observe(now, SceneSample.of(sample), sample.changes())
                : detector.marker(now, arrived);
    }

    /** With the picture of what comes behind it; the start of another epoch has none. */
    private void tellInterruption(TimelineRecord behind, Context context) throws Exception {
        if (interruption.value() != null && !(behind instanceof StreamStarted)) {
            byte[] jpeg = behind instanceof EmbeddedSample sample ? sample.preview() : new byte[0];
            tell(interruption.value(), jpeg, context);
            interruption.clear();
        }
    }

    private void tell(dev.sightline.event.SceneChange event, byte[] jpeg, Context context)
            throws InterruptedException {
        String uri =
                store.save(
                        event.common().streamId(),
                        event.common().time().mediaMs(),
                        event.header().id(),
                        jpeg);
        context.output(CHANGES, event.withThumbnail(uri));
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

    @Override
    public void initializeState(FunctionInitializationContext context) {
        // Pictures in hand are written before a snapshot instead of becoming part of it.
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws InterruptedException {
        store.flush();
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
