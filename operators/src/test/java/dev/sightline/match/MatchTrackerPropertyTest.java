// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.match.MatchPhase.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any scores, tried on random ones. */
class MatchTrackerPropertyTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void phasesOfAMatchAreNumberedAndMatchesFollowEachOther(long seed) {
        List<MatchPhase> phases = MatchSamples.phases(MatchSamples.RULES, stream(seed));
        assertThat(phases).isNotEmpty();
        int next = 0;
        long lastEnd = Long.MIN_VALUE / 2;
        for (MatchPhase phase : phases) {
            assertThat(phase.number()).isEqualTo(next);
            assertThat(phase.phase() == Phase.OPEN).isEqualTo(next == 0);
            if (phase.phase() == Phase.OPEN) {
                assertThat(phase.interval().end().mediaMs() - lastEnd)
                        .isGreaterThanOrEqualTo(MatchSamples.RULES.cooldownMs());
            }
            next = phase.phase() == Phase.CLOSE ? 0 : next + 1;
            lastEnd = phase.interval().end().mediaMs();
        }
        assertThat(next).as("every match is closed").isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anIntervalHoldsItsPeakAndIsLongEnough(long seed) {
        for (MatchPhase phase : MatchSamples.phases(MatchSamples.RULES, stream(seed))) {
            MatchInterval interval = phase.interval();
            assertThat(interval.coveredMs(1000))
                    .isGreaterThanOrEqualTo(MatchSamples.RULES.minDurationMs());
            assertThat(interval.peak().time().mediaMs())
                    .isBetween(interval.start().mediaMs(), interval.end().mediaMs());
            assertThat(interval.peak().evidence())
                    .isGreaterThanOrEqualTo(MatchSamples.THRESHOLDS.exit());
            assertThat((long) interval.samples())
                    .isBetween(1L, interval.endK() - interval.startK() + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theStateCanBeUsedTwice(long seed) {
        MatchTracker tracker = new MatchTracker(MatchSamples.RULES);
        MatchState state = MatchState.INITIAL;
        for (Observation sample : stream(seed)) {
            MatchStep step = tracker.observe(state, sample, MatchSamples.THRESHOLDS);
            assertThat(tracker.observe(state, sample, MatchSamples.THRESHOLDS)).isEqualTo(step);
            state = step.state();
        }
    }

    /** Scenes of 1 to 30 samples, some of which show the query. */
    private static List<Observation> stream(long seed) {
        Random random = new Random(seed);
        List<Observation> samples = new ArrayList<>();
        while (samples.size() < 600) {
            double level = random.nextInt(3) == 0 ? 0.6 : 0.1;
            int length = 1 + random.nextInt(30);
            for (int i = 0; i < length; i++) {
                double score = level + 0.15 * random.nextGaussian();
                samples.add(MatchSamples.of(samples.size(), score, level));
            }
        }
        return samples;
    }
}
