// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static dev.sightline.match.MatchSamples.RULES;
import static dev.sightline.match.MatchSamples.scene;
import static dev.sightline.match.MatchSamples.scenes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.match.MatchPhase.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTrackerTest {

    private final MatchTracker tracker = new MatchTracker(RULES);

    @Test
    void aMatchOpensAtOnceWhenTheQueryWasShownLongEnough() {
        MatchStep first =
                tracker.observe(
                        MatchState.INITIAL, MatchSamples.of(0, 0.6), MatchSamples.THRESHOLDS);
        assertThat(first.phases()).isEmpty();
        MatchStep second =
                tracker.observe(first.state(), MatchSamples.of(1, 0.7), MatchSamples.THRESHOLDS);
        assertThat(second.phases())
                .singleElement()
                .satisfies(
                        open -> {
                            assertThat(open.phase()).isEqualTo(Phase.OPEN);
                            assertThat(open.number()).isZero();
                            assertThat(open.interval().start()).isEqualTo(MatchSamples.time(0));
                            assertThat(open.interval().end()).isEqualTo(MatchSamples.time(1000));
                            assertThat(open.interval().peak().cosine()).isEqualTo(0.7f);
                            assertThat(open.closeReason()).isNull();
                        });
    }

    @Test
    void aSingleStrongSampleOpensNothing() {
        assertThat(all(scenes(scene(3, 0), scene(1, 0.9), scene(3, 0)))).isEmpty();
    }

    @Test
    void aStrongSampleCarriesAWeakerOne() {
        assertThat(all(scenes(new double[] {0.65}, new double[] {0.36}, scene(3, 0)))).hasSize(2);
        assertThat(all(scenes(new double[] {0.36}, new double[] {0.65}, scene(3, 0)))).hasSize(2);
        assertThat(all(scenes(new double[] {0.6}, new double[] {0.36}, scene(3, 0)))).isEmpty();
    }

    @Test
    void aSampleThatDoesNotShowTheQueryIsCarriedByNothing() {
        assertThat(all(scenes(new double[] {0.95}, new double[] {0.29}, scene(3, 0)))).isEmpty();
    }

    @Test
    void aMatchBeginsWithTheRunThatLeadsToIt() {
        List<MatchPhase> phases = all(scenes(scene(2, 0), scene(4, 0.35), scene(2, 0.7)));
        assertThat(phases.get(0).interval().startK()).isEqualTo(2);
        assertThat(phases.get(0).interval().endK()).isEqualTo(6);
    }

    @Test
    void onlyTheLatestSamplesDecide() {
        assertThat(all(scenes(scene(30, 0.35), scene(1, 0.6), scene(3, 0)))).isEmpty();
        assertThat(all(scenes(scene(30, 0.35), scene(2, 0.6), scene(3, 0)))).hasSize(2);
    }

    @Test
    void oneSampleIsEnoughWhereTheMinimumDurationSaysSo() {
        MatchRules brief = new MatchRules(1000, 0, 1000);
        List<Observation> samples = scenes(scene(3, 0), scene(1, 0.9), scene(3, 0));
        assertThat(MatchSamples.phases(brief, samples)).hasSize(2);
    }

    @Test
    void theClosingPhaseHasTheWholeInterval() {
        List<MatchPhase> phases =
                all(scenes(scene(3, 0), new double[] {0.6, 0.7, 0.62}, scene(5, 0)));
        MatchPhase close = phases.get(phases.size() - 1);
        assertThat(close.phase()).isEqualTo(Phase.CLOSE);
        assertThat(close.closeReason()).isEqualTo(CloseReason.ENDED);
        assertThat(close.number()).isEqualTo(phases.size() - 1);
        assertThat(close.interval().start()).isEqualTo(MatchSamples.time(3000));
        assertThat(close.interval().peak().time()).isEqualTo(MatchSamples.time(4000));
        assertThat(close.interval().end()).isEqualTo(MatchSamples.time(5000));
        assertThat(close.interval().samples()).isEqualTo(3);
    }

    @Test
    void betweenTheThresholdsAMatchGoesOnButNoneOpens() {
        assertThat(all(scenes(scene(5, 0.4)))).isEmpty();
        List<MatchPhase> phases = all(scenes(scene(2, 0.6), scene(6, 0.4)));
        assertThat(phases.get(phases.size() - 1).interval().endK()).isEqualTo(7);
    }

    @Test
    void aGapOfOneSampleIsJoined() {
        List<MatchPhase> phases =
                all(scenes(scene(3, 0.6), scene(1, 0), scene(3, 0.6), scene(3, 0)));
        assertThat(phases).extracting(MatchPhase::phase).containsExactly(Phase.OPEN, Phase.CLOSE);
        assertThat(phases.get(1).interval().endK()).isEqualTo(6);
        assertThat(phases.get(1).interval().samples()).isEqualTo(6);
    }

    @Test
    void aGapOfTwoSamplesEndsTheMatch() {
        List<MatchPhase> phases =
                all(scenes(scene(3, 0.6), scene(2, 0), scene(12, 0.6), scene(3, 0)));
        assertThat(phases)
                .filteredOn(phase -> phase.phase() == Phase.CLOSE)
                .extracting(phase -> phase.interval().endK())
                .containsExactly(2L, 16L);
    }

    @Test
    void aSceneChangeClosesNothingWhereTheNewSceneShowsTheQueryToo() {
        assertThat(all(scenes(scene(3, 0.6), scene(3, 0.55), scene(3, 0.6))))
                .extracting(MatchPhase::phase)
                .containsExactly(Phase.OPEN, Phase.CLOSE);
    }

    @Test
    void aSceneChangeThatIsKnownLateDoesNotLengthenTheMatch() {
        List<Observation> samples = new ArrayList<>(scenes(scene(5, 0.9), scene(5, 0)));
        samples.set(5, MatchSamples.of(5, 0));
        List<MatchPhase> phases = all(samples);
        assertThat(phases.get(phases.size() - 1).interval().endK()).isEqualTo(4);
    }

    @Test
    void theMeanOfAStrongSceneOpensNothingInTheNext() {
        List<Observation> samples = new ArrayList<>(scenes(scene(1, 0.99), scene(5, 0)));
        samples.set(1, MatchSamples.of(1, 0.05));
        assertThat(all(samples)).isEmpty();
    }

    @Test
    void aMatchIsUpdatedWhenItsPeakRisesNoticeably() {
        List<MatchPhase> phases = all(scenes(new double[] {0.6, 0.6, 0.65, 0.75, 0.76}));
        assertThat(phases)
                .extracting(MatchPhase::phase)
                .containsExactly(Phase.OPEN, Phase.UPDATE, Phase.CLOSE);
        assertThat(phases.get(1).interval().peak().cosine()).isEqualTo(0.75f);
        assertThat(phases.get(1).number()).isEqualTo(1);
    }

    @Test
    void aLongMatchIsUpdatedOnceAMinute() {
        List<MatchPhase> phases = all(scenes(scene(200, 0.6)));
        assertThat(phases)
                .filteredOn(phase -> phase.phase() == Phase.UPDATE)
                .extracting(phase -> phase.interval().endK())
                .containsExactly(61L, 121L, 181L);
    }

    @Test
    void afterAMatchNoOtherOneOpensDuringTheCooldown() {
        List<MatchPhase> phases = all(scenes(scene(3, 0.6), scene(3, 0), scene(3, 0.6)));
        assertThat(phases).extracting(MatchPhase::phase).containsExactly(Phase.OPEN, Phase.CLOSE);
    }

    @Test
    void whatOutlastsTheCooldownOpensWithItsTrueStart() {
        List<MatchPhase> phases = all(scenes(scene(3, 0.6), scene(3, 0), scene(10, 0.6)));
        MatchPhase second = phases.get(2);
        assertThat(second.phase()).isEqualTo(Phase.OPEN);
        assertThat(second.interval().startK()).isEqualTo(6);
        assertThat(second.interval().endK()).isEqualTo(12);
    }

    @Test
    void anInterruptionClosesTheMatchAndForgetsWhatWasAboutToOpen() {
        MatchState open = after(scenes(scene(3, 0.6)));
        MatchStep gap = tracker.discontinuity(open);
        assertThat(gap.phases())
                .extracting(MatchPhase::closeReason)
                .containsExactly(CloseReason.DISCONTINUITY);

        MatchStep nothing = tracker.discontinuity(after(scenes(scene(1, 0.6))));
        assertThat(nothing.phases()).isEmpty();
        MatchStep next =
                tracker.observe(nothing.state(), MatchSamples.of(1, 0.6), MatchSamples.THRESHOLDS);
        assertThat(next.phases()).isEmpty();
    }

    @Test
    void whatWasSeenBeforeAnInterruptionIsNoEvidenceAfterIt() {
        MatchState state = tracker.discontinuity(after(scenes(scene(1, 0.9)))).state();
        state = tracker.observe(state, MatchSamples.of(1, 0.35), MatchSamples.THRESHOLDS).state();
        assertThat(
                        tracker.observe(state, MatchSamples.of(2, 0.35), MatchSamples.THRESHOLDS)
                                .phases())
                .isEmpty();
    }

    @Test
    void theReasonOfTheEndIsTold() {
        MatchState open = after(scenes(scene(3, 0.6)));
        MatchStep removed = tracker.finish(open, CloseReason.QUERY_REMOVED);
        assertThat(removed.phases())
                .extracting(MatchPhase::closeReason)
                .containsExactly(CloseReason.QUERY_REMOVED);
        assertThat(tracker.finish(removed.state(), CloseReason.STREAM_LOST).phases()).isEmpty();
    }

    @Test
    void aScoreThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> MatchSamples.of(0, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample 0");
    }

    private static List<MatchPhase> all(List<Observation> samples) {
        return MatchSamples.phases(RULES, samples);
    }

    private MatchState after(List<Observation> samples) {
        MatchState state = MatchState.INITIAL;
        for (Observation sample : samples) {
            state = tracker.observe(state, sample, MatchSamples.THRESHOLDS).state();
        }
        return state;
    }
}
