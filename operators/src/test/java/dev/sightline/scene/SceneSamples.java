// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.VisualSignature;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented scenes: a scene is a random picture and a random direction, by number. */
final class SceneSamples {

    private static final int DIMENSION = 32;

    private SceneSamples() {}

    static MediaTime time(long ms) {
        return new MediaTime(
                90 * ms, new TimeBase(1, 90_000), ms, null, WallSource.NONE, 0, Instant.EPOCH);
    }

    /** A picture of a scene, one a second. */
    static SceneSample of(long k, int scene) {
        return new SceneSample(k, time(1000 * k), direction(scene), picture(scene, 1));
    }

    /** The picture of one scene with the meaning of another. */
    static SceneSample of(long k, int picture, int meaning) {
        return new SceneSample(k, time(1000 * k), direction(meaning), picture(picture, 1));
    }

    /** A darker picture of a scene. */
    static SceneSample dimmed(long k, int scene, double light) {
        return new SceneSample(k, time(1000 * k), direction(scene), picture(scene, light));
    }

    static List<SceneSample> scenes(int... scenes) {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < scenes.length; k++) {
            samples.add(of(k, scenes[k]));
        }
        return samples;
    }

    static VisualSignature picture(int scene, double light) {
        Random random = new Random(scene);
        byte[] thumbnail = new byte[VisualSignature.SIDE * VisualSignature.SIDE * 3];
        for (int i = 0; i < thumbnail.length; i++) {
            thumbnail[i] = (byte) (random.nextInt(256) * light);
        }
        return new VisualSignature(thumbnail);
    }

    static float[] direction(int scene) {
        float[] direction = new float[DIMENSION];
        direction[scene % DIMENSION] = 1;
        return direction;
    }

    /** All changes of a stream, to its end. */
    static List<SceneChange> changes(List<SceneSample> samples) {
        SampleSceneDetector detector = new SampleSceneDetector(SceneSettings.DEFAULT);
        List<SceneChange> changes = new ArrayList<>();
        SceneState state = detector.initial();
        for (SceneSample sample : samples) {
            SceneStep<SceneState> step = detector.observe(state, sample);
            changes.addAll(step.changes());
            state = step.state();
        }
        changes.addAll(detector.finish(state).changes());
        return changes;
    }
}
