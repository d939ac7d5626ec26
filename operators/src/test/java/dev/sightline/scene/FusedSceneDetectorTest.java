// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.scene.SceneChange.Kind;
import dev.sightline.scene.SceneChange.PreviousScene;
import dev.sightline.video.VisualChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FusedSceneDetectorTest {

    private final FusedSceneDetector detector = new FusedSceneDetector(SceneSettings.DEFAULT);

    private static List<SceneSample> scenes(int... scenes) {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < scenes.length; k++) {
            samples.add(SceneSamples.of(k, scenes[k]));
        }
        return samples;
    }

    private SceneState after(List<SceneSample> samples) {
        SceneState state = detector.initial();
        for (SceneSample sample : samples) {
            state = detector.observe(state, sample, List.of()).state();
        }
        return state;
    }

    @Test
    void aCutIsWhereTheReaderSawIt() {
        List<SceneChange> changes =
                SceneSamples.changes(scenes(1, 1, 1, 2, 2, 2), SceneSamples.cut(2240));
        assertThat(changes)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.CUT);
                            assertThat(change.start()).isEqualTo(SceneSamples.time(2240));
                            assertThat(change.end()).isEqualTo(change.start());
                            assertThat(change.uncertaintyMs()).isZero();
                            assertThat(change.firstSample()).isEqualTo(3);
                            assertThat(change.preview()).containsExactly(3);
                            assertThat(change.previousScene())
                                    .isEqualTo(new PreviousScene(0, 2240));
                        });
    }

    @Test
    void vectorsThatDifferMakeAChangeMoreCertain() {
        SceneChange alike =
                SceneSamples.changes(SceneSamples.still(6), SceneSamples.cut(2240)).get(0);
        SceneChange unlike =
                SceneSamples.changes(scenes(1, 1, 1, 2, 2, 2), SceneSamples.cut(2240)).get(0);
        assertThat(alike.confidence()).isEqualTo(0.75);
        assertThat(alike.scores().embedding()).isZero();
        assertThat(unlike.confidence()).isEqualTo(1);
        assertThat(unlike.scores().embedding()).isEqualTo(1);
    }

    @Test
    void theSampleAtTheCutIsOfTheNewScene() {
        assertThat(SceneSamples.changes(SceneSamples.still(6), SceneSamples.cut(3000)))
                .extracting(SceneChange::firstSample)
                .containsExactly(3L);
    }

    @Test
    void aGradualChangeHasAStartAndAnEnd() {
        assertThat(SceneSamples.changes(SceneSamples.still(9), SceneSamples.gradual(1800, 3100)))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.GRADUAL);
                            assertThat(change.start().mediaMs()).isEqualTo(1800);
                            assertThat(change.end().mediaMs()).isEqualTo(3100);
                            assertThat(change.firstSample()).isEqualTo(4);
                        });
    }

    @Test
    void aGradualChangeThatIsToldLateStandsBeforeTheCutBehindIt() {
        List<SceneChange> changes =
                SceneSamples.changes(
                        SceneSamples.still(9),
                        SceneSamples.gradual(1000, 2000),
                        SceneSamples.cut(2800));
        assertThat(changes)
                .extracting(SceneChange::previousScene)
                .containsExactly(new PreviousScene(0, 1000), new PreviousScene(2000, 800));
    }

    @Test
    void changesInABurstAreMerged() {
        assertThat(
                        SceneSamples.changes(
                                SceneSamples.still(6),
                                SceneSamples.cut(2000),
                                SceneSamples.cut(2200),
                                SceneSamples.cut(2360),
                                SceneSamples.cut(2400)))
                .extracting(change -> change.start().mediaMs())
                .containsExactly(2000L, 2400L);
    }

    @Test
    void aChangeBehindTheLastSampleIsToldAtTheEnd() {
        assertThat(SceneSamples.changes(SceneSamples.still(3), SceneSamples.cut(2500)))
                .singleElement()
                .satisfies(change -> assertThat(change.firstSample()).isEqualTo(3));
    }

    @Test
    void samplesKnowOfACutBeforeItsEvent() {
        SceneState state = after(SceneSamples.still(3));
        SceneStep<SceneState> next =
                detector.observe(state, SceneSamples.of(3, 1), List.of(SceneSamples.cut(1700)));
        assertThat(next.changes()).isEmpty();
        assertThat(next.sceneStart()).as("of sample 2").isEqualTo(2);
    }

    @Test
    void aChangeBehindTheLastSampleIsNotOfItsScene() {
        SceneState state = after(SceneSamples.still(3));
        List<VisualChange> cut = List.of(SceneSamples.cut(2500));
        assertThat(detector.finish(state, cut).sceneStart()).isZero();
        assertThat(
                        detector.discontinuity(
                                        state,
                                        cut,
                                        SceneSamples.time(2600),
                                        SceneSamples.time(9000))
                                .sceneStart())
                .isZero();
    }

    @Test
    void theLastSampleKnowsOfTheChangeBeforeIt() {
        SceneState state = after(SceneSamples.still(3));
        List<VisualChange> cuts = List.of(SceneSamples.cut(1700), SceneSamples.cut(2500));
        assertThat(detector.finish(state, cuts).sceneStart()).isEqualTo(2);
    }

    @Test
    void aChangeThatIsDecidedWithTheNextSampleIsNotOfTheSampleBeforeIt() {
        SceneState state = after(SceneSamples.still(1));
        SceneStep<SceneState> next =
                detector.observe(state, SceneSamples.of(4, 1), List.of(SceneSamples.cut(1000)));
        assertThat(next.changes()).hasSize(1);
        assertThat(next.sceneStart()).as("of sample 0").isZero();
    }

    @Test
    void aRecordWithoutASampleTellsTheSceneOfTheSampleBeforeIt() {
        SceneStep<SceneState> told =
                detector.told(
                        after(SceneSamples.still(3)),
                        List.of(SceneSamples.cut(1700), SceneSamples.cut(2500)));
        assertThat(told.changes()).isEmpty();
        assertThat(told.sceneStart()).isEqualTo(2);
    }

    @Test
    void aMeaningThatChangesForGoodIsSemantic() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            samples.add(SceneSamples.of(k, k < 8 ? 1 : 2));
        }
        assertThat(SceneSamples.changes(samples))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.SEMANTIC);
                            assertThat(change.start().mediaMs()).isEqualTo(7500);
                            assertThat(change.uncertaintyMs()).isEqualTo(500);
                            assertThat(change.firstSample()).isEqualTo(8);
                            assertThat(change.preview()).containsExactly(13);
                            assertThat(change.scores().visual()).isZero();
                        });
    }

    @Test
    void aMeaningThatChangesWithACutIsNoSecondChange() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            samples.add(SceneSamples.of(k, k < 8 ? 1 : 2));
        }
        assertThat(SceneSamples.changes(samples, SceneSamples.cut(7300)))
                .extracting(SceneChange::kind)
                .containsExactly(Kind.CUT);
    }

    @Test
    void theSamplesOfADissolveDoNotMakeAStreamRestless() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 16; k++) {
            samples.add(SceneSamples.of(k, k < 10 ? 1 : k < 13 ? 3 : 2));
        }
        SceneStep<SceneState> next =
                detector.observe(
                        after(samples),
                        SceneSamples.of(16, 2),
                        List.of(SceneSamples.gradual(9500, 12_900)));
        assertThat(next.changes()).hasSize(1);
        assertThat(next.state().drifts().values()).containsOnly(0).hasSize(9);
    }

    @Test
    void aPasserByIsNoSemanticChange() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            samples.add(SceneSamples.of(k, k >= 8 && k < 12 ? 2 : 1));
        }
        assertThat(SceneSamples.changes(samples)).isEmpty();
    }

    /** Twenty seconds of samples. */
    private static List<SceneSample> anotherFromEightSecondsOn(long intervalMs) {
        List<SceneSample> samples = new ArrayList<>();
        for (long ms = 0; ms < 20_000; ms += intervalMs) {
            samples.add(SceneSamples.of(ms / intervalMs, ms, ms < 8000 ? 1 : 2));
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 40, 100, 200, 340, 500})
    void aMeaningThatChangesForGoodIsFoundWithShortIntervals(long intervalMs) {
        List<SceneSample> samples = anotherFromEightSecondsOn(intervalMs);
        assertThat(SceneSamples.changes(samples))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.SEMANTIC);
                            assertThat(change.start().mediaMs())
                                    .isCloseTo(8000, within(change.uncertaintyMs()));
                            assertThat(change.uncertaintyMs()).isLessThanOrEqualTo(250);
                            assertThat(change.preview()).isNotEmpty();
                        });
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 40, 100, 200, 340, 500})
    void aSlowChangeBeginsItsSceneWithTheSampleBehindIt(long intervalMs) {
        List<SceneSample> samples = anotherFromEightSecondsOn(intervalMs);
        assertThat(SceneSamples.changes(samples, SceneSamples.gradual(6050, 9010)))
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.firstSample())
                                    .isEqualTo((9010 + intervalMs - 1) / intervalMs);
                            assertThat(change.scores().embedding()).isEqualTo(1);
                            assertThat(change.preview()).isNotEmpty();
                        });
    }

    @Test
    void aChangeKnowsTheSampleBeforeItHoweverLateTheNextOneIs() {
        SceneState state = after(List.of(SceneSamples.of(0, 1), SceneSamples.of(1, 2)));
        SceneStep<SceneState> next =
                detector.observe(state, SceneSamples.of(60, 2), List.of(SceneSamples.cut(400)));
        assertThat(next.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.scores().embedding()).isEqualTo(1));
    }

    @Test
    void blankPicturesAreNoSemanticChange() {
        List<SceneSample> samples = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            samples.add(k < 8 ? SceneSamples.of(k, 1) : SceneSamples.blank(k, 2));
        }
        assertThat(SceneSamples.changes(samples)).isEmpty();
    }

    @Test
    void anInterruptionEndsTheSceneAndIsNoCut() {
        SceneState state = after(SceneSamples.still(3));
        SceneStep<SceneState> gap =
                detector.discontinuity(
                        state, List.of(), SceneSamples.time(2000), SceneSamples.time(9000));
        assertThat(gap.changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.kind()).isEqualTo(Kind.DISCONTINUITY);
                            assertThat(change.end().mediaMs()).isEqualTo(9000);
                            assertThat(change.previousScene())
                                    .isEqualTo(new PreviousScene(0, 2000));
                        });
        SceneStep<SceneState> next =
                detector.observe(gap.state(), SceneSamples.of(9, 2), List.of());
        next = detector.observe(next.state(), SceneSamples.of(10, 2), List.of());
        assertThat(next.changes()).isEmpty();
        assertThat(next.sceneStart()).isEqualTo(9);
    }

    @Test
    void whatWasUndecidedBeforeAnInterruptionIsDecidedFirst() {
        SceneStep<SceneState> gap =
                detector.discontinuity(
                        detector.told(after(SceneSamples.still(3)), List.of(SceneSamples.cut(800)))
                                .state(),
                        List.of(SceneSamples.cut(1800)),
                        SceneSamples.time(2000),
                        SceneSamples.time(9000));
        assertThat(gap.changes())
                .extracting(SceneChange::kind)
                .containsExactly(Kind.CUT, Kind.CUT, Kind.DISCONTINUITY);
    }

    @Test
    void aStreamThatNeverBeganHasNoSceneToEnd() {
        SceneStep<SceneState> gap =
                detector.discontinuity(
                        detector.initial(),
                        List.of(),
                        SceneSamples.time(0),
                        SceneSamples.time(5000));
        assertThat(gap.changes()).isEmpty();
    }

    @Test
    void aSampleOutOfOrderIsRefused() {
        SceneState state = after(List.of(SceneSamples.of(3, 1)));
        assertThatThrownBy(() -> detector.observe(state, SceneSamples.of(3, 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample 3");
    }

    @Test
    void vectorsOfTwoModelsAreRefused() {
        SceneSample other =
                new SceneSample(1, SceneSamples.time(1000), new float[] {1, 0}, false, new byte[0]);
        SceneState state = after(List.of(SceneSamples.of(0, 1), other));
        assertThatThrownBy(() -> detector.finish(state, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dimensions");
    }
}
