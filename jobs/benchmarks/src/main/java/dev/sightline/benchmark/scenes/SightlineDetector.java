// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.clip.Device;
import dev.sightline.clip.ImageEncoder;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.OnnxImageEncoder;
import dev.sightline.scene.FusedSceneDetector;
import dev.sightline.scene.SceneChange;
import dev.sightline.scene.SceneSample;
import dev.sightline.scene.SceneSettings;
import dev.sightline.scene.SceneState;
import dev.sightline.scene.SceneStep;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Sightline's own detector on one file, without Flink: samples are read, embedded and compared as
 * the job does it, in one thread. Not thread-safe; owns the model.
 */
public final class SightlineDetector implements AutoCloseable {

    private static final int MAX_PIXELS = 1 << 25;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final DecoderSettings settings;
    private final ImageEncoder encoder;
    private final FusedSceneDetector detector = new FusedSceneDetector(SceneSettings.DEFAULT);

    /**
     * @param model bundle to embed with
     */
    public SightlineDetector(Path model) {
        ModelBundle bundle = ModelBundle.load(model);
        settings =
                new DecoderSettings(
                        SamplingPolicy.EXACT,
                        Duration.ofSeconds(1),
                        1,
                        MAX_PIXELS,
                        READ_TIMEOUT,
                        bundle.geometry(),
                        0);
        encoder = new OnnxImageEncoder(bundle, Device.CPU, 1);
    }

    /**
     * All changes of a file.
     *
     * @throws IOException if it cannot be read
     */
    List<SceneChange> changes(Path video) throws IOException {
        return read(video).changes();
    }

    /**
     * A file's samples with their vectors, and its changes.
     *
     * @throws IOException if it cannot be read
     */
    public ReadVideo read(Path video) throws IOException {
        List<SceneSample> samples = new ArrayList<>();
        List<SceneChange> changes = new ArrayList<>();
        follow(
                video,
                (sample, step) -> {
                    changes.addAll(step.changes());
                    if (sample != null) {
                        samples.add(sample);
                    }
                });
        return new ReadVideo(samples, changes);
    }

    /**
     * The vectors of a file's samples, each with the place of its scene's first sample.
     *
     * @throws IOException if it cannot be read
     */
    public List<ScenedVector> samples(Path video) throws IOException {
        List<ScenedVector> scened = new ArrayList<>();
        List<float[]> waiting = new ArrayList<>();
        follow(
                video,
                (sample, step) -> {
                    // Of the sample before, whose scene is told now.
                    waiting.forEach(
                            vector ->
                                    scened.add(new ScenedVector(vector, (int) step.sceneStart())));
                    waiting.clear();
                    if (sample != null) {
                        waiting.add(sample.vector());
                    }
                });
        return scened;
    }

    /** What happens at each record; the sample is null where the record is none. */
    private void follow(Path video, BiConsumer<SceneSample, SceneStep<SceneState>> each)
            throws IOException {
        StreamRef stream = new StreamRef("benchmark", 1, "file:benchmark", SourceKind.FILE, "");
        SceneState state = detector.initial();
        try (SampleReader reader = new FileSampleReader(stream, video.toString(), settings, -1)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                if (next instanceof StreamFailed failed) {
                    throw new IOException(failed.message());
                }
                SceneSample embedded = next instanceof Sample sample ? embedded(sample) : null;
                SceneStep<SceneState> step =
                        embedded == null
                                ? detector.marker(state, next)
                                : detector.observe(state, embedded, ((Sample) next).changes());
                each.accept(embedded, step);
                state = step.state();
            }
        }
    }

    private SceneSample embedded(Sample sample) {
        float[] vector = encoder.encode(List.of(sample.rgb()))[0];
        return new SceneSample(sample.k(), sample.time(), vector, sample.blank(), sample.preview());
    }

    @Override
    public void close() {
        encoder.close();
    }
}
