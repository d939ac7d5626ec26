// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.calibration.Reading;
import dev.sightline.calibration.Term;
import dev.sightline.calibration.TermBackground;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Terms whose deviations are their cosines in tenths. */
class SampleScoresTest {

    private static ArmedStep step(int all, int not) {
        return new ArmedStep(terms(0, all), terms(all, all + not), 0);
    }

    private static List<Term> terms(int from, int to) {
        return IntStream.range(from, to).mapToObj(TestQueries::axis).toList();
    }

    private static SampleScores scores(double crowd, float... cosines) {
        TermBackground[] backgrounds = new TermBackground[cosines.length];
        for (int i = 0; i < backgrounds.length; i++) {
            backgrounds[i] = TestQueries.axis(0).background();
        }
        return new SampleScores(cosines, backgrounds, new Reading(crowd, new float[0]));
    }

    @Test
    void whatShowsTogetherIsAsCertainAsTheLeastCertainOfIt() {
        assertThat(scores(0, 0.5f, 0.3f).evidence(step(2, 0), 0, false)).isCloseTo(3, within(1e-6));
        assertThat(scores(0, 0.1f, 0.3f).evidence(step(2, 0), 0, false)).isCloseTo(1, within(1e-6));
    }

    @Test
    void whatMustNotShowTakesNothingAwayWhereItIsLessLikely() {
        assertThat(scores(0, 0.5f, 0.49f).evidence(step(1, 1), 0, false))
                .isCloseTo(5, within(1e-6));
    }

    @Test
    void whatMustNotShowTakesAllAwayWhereItIsAsLikely() {
        assertThat(scores(0, 0.5f, 0.5f).evidence(step(1, 1), 0, false))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(scores(0, 0.5f, 0.1f, 0.6f).evidence(step(1, 2), 0, false))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aPictureThatMatchesAnythingIsEvidenceOfLess() {
        assertThat(scores(4, 0.5f).evidence(step(1, 0), 0, false)).isCloseTo(3, within(1e-6));
    }

    @Test
    void cosinesAreTakenAsTheyAreWhereTheUserSetTheThreshold() {
        assertThat(scores(4, 0.5f, 0.3f).evidence(step(2, 0), 0, true))
                .isCloseTo(0.3, within(1e-6));
    }

    @Test
    void whatMustNotShowIsComparedByEvidenceAlsoThen() {
        TermBackground usual = new TermBackground(0, 0.1);
        TermBackground high = new TermBackground(0.4, 0.1);
        Reading reading = new Reading(0, new float[0]);
        SampleScores scores =
                new SampleScores(
                        new float[] {0.3f, 0.5f}, new TermBackground[] {usual, high}, reading);
        assertThat(scores.evidence(step(1, 1), 0, true)).isCloseTo(0.3, within(1e-6));
    }

    @Test
    void aStepsTermsBeginAtItsRow() {
        assertThat(scores(0, 0.9f, 0.2f, 0.1f).evidence(step(1, 1), 1, false))
                .isCloseTo(2, within(1e-6));
    }
}
