// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.VisualChange;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Invented scenes: a scene is a direction, by number. */
final class SceneSamples {

    private static final int DIMENSION = 32;

    private SceneSamples() {}

    static MediaTime time(long ms) {
        return new MediaTime(
                90 * ms, new TimeBase(1, 90_000), ms, null, WallSource.NONE, 0, Instant.EPOCH);
    }

    /** A picture of a scene, one a second. */
    static SceneSample of(long k, int scene) {
        return of(k, 1000 * k, scene);
    }

    /** A picture of a scene at a time. */
    static SceneSample of(long k, long mediaMs, int scene) {
        return new SceneSample(k, time(mediaMs), direction(scene), false, preview(k));
    }

    /** A picture of nothing, whose vector is that of a scene all the same. */
    static SceneSample blank(long k, int scene) {
        return new SceneSample(k, time(1000 * k), direction(scene), true, preview(k));
    }

    /** So many samples of one scene, one a second. */
    static List<SceneSample> still(int count) {
        return LongStream.range(0, count).mapToObj(k -> of(k, 1)).toList();
    }

    static byte[] preview(long k) {
        return new byte[] {(byte) k};
    }

    static VisualChange cut(long ms) {
        return new VisualChange(VisualChange.Kind.CUT, time(ms), time(ms), 0, 0.75);
    }

    static VisualChange gradual(long fromMs, long toMs) {
        return new VisualChange(VisualChange.Kind.GRADUAL, time(fromMs), time(toMs), 0, 0.75);
    }

    static float[] direction(int scene) {
        float[] direction = new float[DIMENSION];
        direction[scene % DIMENSION] = 1;
        return direction;
    }

    /**
     * All scene changes of a stream, to its end.
     *
     * @param seen what its reader saw; each is told half a second behind a cut and two and a half
     *     behind a gradual change, or at the end
     */
    static List<SceneChange> changes(List<SceneSample> samples, VisualChange... seen) {
        FusedSceneDetector detector = new FusedSceneDetector(SceneSettings.DEFAULT);
        List<SceneChange> changes = new ArrayList<>();
        List<VisualChange> untold = new ArrayList<>(List.of(seen));
        SceneState state = detector.initial();
        for (SceneSample sample : samples) {
            SceneStep<SceneState> step = detector.observe(state, sample, told(untold, sample));
            changes.addAll(step.changes());
            state = step.state();
        }
        changes.addAll(detector.finish(state, untold).changes());
        return changes;
    }

    /** Takes out of the untold changes what the record of a sample tells of. */
    static List<VisualChange> told(List<VisualChange> untold, SceneSample sample) {
        List<VisualChange> told =
                untold.stream()
                        .filter(
                                change ->
                                        change.end().mediaMs()
                                                        + (change.kind() == VisualChange.Kind.CUT
                                                                ? 500
                                                                : 2500)
                                                <= sample.time().mediaMs())
                        .toList();
        untold.removeAll(told);
        return told;
    }
}
