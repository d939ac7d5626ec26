// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.scene.SceneChange.Kind;
import dev.sightline.scene.SceneChange.PreviousScene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleSceneDetectorTest {

    private final SampleSceneDetector detector = new SampleSceneDetector(SceneSettings.DEFAULT);

    @Test
    void aCutIsBetweenTheTwoSamplesThatDiffer() {
        List<SceneChange> changes = SceneSamples.changes(SceneSamples.scenes(1, 1, 1, 2, 2, 2));
        assertThat(changes)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.CUT);
                            assertThat(change.start()).isEqualTo(SceneSamples.time(2500));
                            assertThat(change.end()).isEqualTo(change.start());
                            assertThat(change.uncertaintyMs()).isEqualTo(500);
                            assertThat(change.firstSample()).isEqualTo(3);
                            assertThat(change.previousScene())
                                    .isEqualTo(new PreviousScene(0, 2500));
                        });
    }

    @Test
    void aSceneBeginsWhereThePreviousOneEnded() {
        List<SceneChange> changes = SceneSamples.changes(SceneSamples.scenes(1, 1, 2, 2, 2, 3, 3));
        assertThat(changes)
                .extracting(SceneChange::previousScene)
                .containsExactly(new PreviousScene(0, 1500), new PreviousScene(1500, 3000));
    }

    @Test
    void aChangeAtTheLastSampleIsFoundAtTheEnd() {
        assertThat(SceneSamples.changes(SceneSamples.scenes(1, 1, 2))).hasSize(1);
    }

    @Test
    void aSingleOddSampleIsAFlash() {
        assertThat(SceneSamples.changes(SceneSamples.scenes(1, 1, 1, 9, 1, 1, 1))).isEmpty();
    }

    @Test
    void aPictureBetweenTwoBlackOnesIsNoFlash() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 7; k++) {
            samples.add(k == 3 ? SceneSamples.of(k, 5) : SceneSamples.dimmed(k, 1, 0));
        }
        assertThat(SceneSamples.changes(samples))
                .extracting(SceneChange::firstSample)
                .containsExactly(3L, 4L);
    }

    @Test
    void anOtherPictureOfTheSameKindIsNoChange() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            samples.add(SceneSamples.of(k, k < 4 ? 1 : 2, 1));
        }
        assertThat(SceneSamples.changes(samples)).isEmpty();
    }

    @Test
    void aFadeThroughADarkerPictureIsGradual() {
        List<SceneSample> samples =
                List.of(
                        SceneSamples.of(0, 1),
                        SceneSamples.of(1, 1),
                        SceneSamples.dimmed(2, 1, 0.6),
                        SceneSamples.dimmed(3, 2, 0.6),
                        SceneSamples.of(4, 2),
                        SceneSamples.of(5, 2));
        assertThat(SceneSamples.changes(samples))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.GRADUAL);
                            assertThat(change.start().mediaMs()).isEqualTo(1500);
                            assertThat(change.end().mediaMs()).isEqualTo(3500);
                        });
    }

    @Test
    void aMeaningThatChangesForGoodIsSemantic() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            samples.add(SceneSamples.of(k, 1, k < 8 ? 1 : 2));
        }
        assertThat(SceneSamples.changes(samples))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.SEMANTIC);
                            assertThat(change.start().mediaMs()).isEqualTo(7500);
                            assertThat(change.firstSample()).isEqualTo(8);
                            assertThat(change.scores().visual()).isZero();
                        });
    }

    @Test
    void aPasserByIsNoSemanticChange() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            samples.add(SceneSamples.of(k, 1, k >= 8 && k < 12 ? 2 : 1));
        }
        assertThat(SceneSamples.changes(samples)).isEmpty();
    }

    @Test
    void anInterruptionEndsTheSceneAndIsNoCut() {
        SceneState state = detector.initial();
        for (SceneSample sample : SceneSamples.scenes(1, 1, 1)) {
            state = detector.observe(state, sample).state();
        }
        SceneStep<SceneState> gap =
                detector.discontinuity(state, SceneSamples.time(2000), SceneSamples.time(9000));
        assertThat(gap.changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.DISCONTINUITY);
                            assertThat(change.end().mediaMs()).isEqualTo(9000);
                            assertThat(change.previousScene())
                                    .isEqualTo(new PreviousScene(0, 2000));
                        });
        SceneStep<SceneState> next = detector.observe(gap.state(), SceneSamples.of(9, 2));
        next = detector.observe(next.state(), SceneSamples.of(10, 2));
        assertThat(next.changes()).isEmpty();
        assertThat(next.sceneStart()).isEqualTo(9);
    }

    @Test
    void whatWasUndecidedBeforeAnInterruptionIsDecidedFirst() {
        SceneState state = detector.initial();
        for (SceneSample sample : SceneSamples.scenes(1, 1, 2)) {
            state = detector.observe(state, sample).state();
        }
        SceneStep<SceneState> gap =
                detector.discontinuity(state, SceneSamples.time(2000), SceneSamples.time(9000));
        assertThat(gap.changes())
                .extracting(SceneChange::kind)
                .containsExactly(Kind.CUT, Kind.DISCONTINUITY);
    }

    @Test
    void aStreamThatNeverBeganHasNoSceneToEnd() {
        SceneStep<SceneState> gap =
                detector.discontinuity(
                        detector.initial(), SceneSamples.time(0), SceneSamples.time(5000));
        assertThat(gap.changes()).isEmpty();
    }

    @Test
    void changesInABurstAreMerged() {
        List<SceneSample> burst = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            int scene = k < 4 ? 1 : Math.min(k, 8);
            SceneSample sample = SceneSamples.of(k, scene);
            burst.add(
                    new SceneSample(
                            k, SceneSamples.time(200 * k), sample.vector(), sample.visual()));
        }
        assertThat(SceneSamples.changes(burst))
                .extracting(change -> change.start().mediaMs())
                .containsExactly(700L);
    }

    @Test
    void aSampleOutOfOrderIsRefused() {
        SceneState state = detector.observe(detector.initial(), SceneSamples.of(3, 1)).state();
        assertThatThrownBy(() -> detector.observe(state, SceneSamples.of(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample 3");
    }

    @Test
    void vectorsOfTwoModelsAreRefused() {
        SceneState state = detector.observe(detector.initial(), SceneSamples.of(0, 1)).state();
        SceneSample other =
                new SceneSample(
                        1, SceneSamples.time(1000), new float[] {1, 0}, SceneSamples.picture(1, 1));
        SceneState second = detector.observe(state, other).state();
        assertThatThrownBy(() -> detector.finish(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimensions");
    }
}
