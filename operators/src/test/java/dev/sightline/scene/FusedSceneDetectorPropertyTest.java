// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.VisualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any stream, tried on random ones of all tempers. */
class FusedSceneDetectorPropertyTest {

    private final FusedSceneDetector detector = new FusedSceneDetector(SceneSettings.DEFAULT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void figuresStayInTheirRangesAndScenesFollowEachOther(long seed) {
        List<SceneChange> changes = SceneSamples.changes(stream(seed, 400), seen(seed));
        long last = -1;
        for (SceneChange change : changes) {
            assertThat(change.confidence()).isBetween(0.0, 1.0);
            assertThat(change.scores().visual()).isBetween(0.0, 1.0);
            assertThat(change.scores().embedding()).isBetween(0.0, 1.0);
            assertThat(change.previousScene().durationMs()).isNotNegative();
            assertThat(change.end().mediaMs()).isGreaterThanOrEqualTo(change.start().mediaMs());
            assertThat(change.firstSample()).isGreaterThanOrEqualTo(last);
            last = change.firstSample();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSampleIsOfASceneThatBeginsBehindIt(long seed) {
        List<VisualChange> untold = new ArrayList<>(List.of(seen(seed)));
        SceneState state = detector.initial();
        SceneSample before = null;
        for (SceneSample sample : stream(seed, 400)) {
            if (sample.k() % 7 > seed) {
                continue; // intervals of one to several seconds
            }
            SceneStep<SceneState> step =
                    detector.observe(state, sample, SceneSamples.told(untold, sample));
            assertThat(step.sceneStart())
                    .isLessThanOrEqualTo(before == null ? sample.k() : before.k());
            before = sample;
            state = step.state();
        }
        assertThat(detector.finish(state, untold).sceneStart()).isLessThanOrEqualTo(before.k());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theStateDoesNotGrowWithTheStream(long seed) {
        SceneState state = detector.initial();
        for (SceneSample sample : stream(seed, 300)) {
            state = detector.observe(state, sample, List.of()).state();
            assertThat(state.recent()).hasSizeLessThanOrEqualTo(7);
            assertThat(state.drifts().values()).hasSizeLessThanOrEqualTo(30);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 40, 150, 200, 260})
    void theStateKeepsFewVectorsHoweverShortTheInterval(long intervalMs) {
        SceneState state = detector.initial();
        for (int k = 0; k < 10_000 / intervalMs; k++) {
            SceneSample sample = SceneSamples.of(k, intervalMs * k, 1);
            state = detector.observe(state, sample, List.of()).state();
            assertThat(state.recent()).hasSizeLessThanOrEqualTo((int) (5700 / intervalMs) + 2);
            assertThat(state.recent().stream().filter(SceneSample::hasVector))
                    .hasSizeLessThanOrEqualTo(30);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStateThatWasUsedOnceCanBeUsedAgain(long seed) {
        List<SceneSample> samples = stream(seed, 120);
        SceneState state = detector.initial();
        for (SceneSample sample : samples.subList(0, 60)) {
            state = detector.observe(state, sample, List.of()).state();
        }
        assertThat(rest(state, samples)).isEqualTo(rest(state, samples));
    }

    private List<SceneChange> rest(SceneState from, List<SceneSample> samples) {
        SceneState state = from;
        List<SceneChange> changes = new ArrayList<>();
        for (SceneSample sample : samples.subList(60, samples.size())) {
            SceneStep<SceneState> step = detector.observe(state, sample, List.of());
            changes.addAll(step.changes());
            state = step.state();
        }
        return changes;
    }

    /** Cuts and gradual changes in any order and distance. */
    private static VisualChange[] seen(long seed) {
        Random random = new Random(seed);
        VisualChange[] seen = new VisualChange[60];
        for (int i = 0; i < seen.length; i++) {
            long ms = random.nextInt(400_000);
            seen[i] =
                    random.nextBoolean()
                            ? SceneSamples.cut(ms)
                            : SceneSamples.gradual(ms, ms + random.nextInt(2700));
        }
        return seen;
    }

    /** Still, restless, blank and broken pictures in turn. */
    private static List<SceneSample> stream(long seed, int length) {
        Random random = new Random(seed);
        List<SceneSample> samples = new ArrayList<>();
        int scene = 0;
        for (int k = 0; k < length; k++) {
            scene = random.nextInt(5) == 0 ? random.nextInt(20) : scene;
            boolean blank = random.nextInt(60) == 0;
            float[] vector = random.nextInt(20) == 0 ? new float[32] : noisy(random, scene);
            samples.add(
                    new SceneSample(k, SceneSamples.time(1000L * k), vector, blank, new byte[0]));
        }
        return samples;
    }

    private static float[] noisy(Random random, int scene) {
        float[] vector = SceneSamples.direction(scene);
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (0.1 * random.nextGaussian());
        }
        return vector;
    }
}
