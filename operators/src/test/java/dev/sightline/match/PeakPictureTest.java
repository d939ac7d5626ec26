// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakPictureTest {

    private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.4);

    private static final MatchTracker TRACKER =
            new MatchTracker(new MatchRules(2000, 10_000, 1000));

    /** What was told: the number of the sample whose picture was written, or was told of again. */
    private final List<String> told = new ArrayList<>();

    private PeakPicture picture = PeakPicture.NONE;
    private MatchState state = MatchState.INITIAL;
    private long k;

    private void see(double... scores) {
        for (double score : scores) {
            Observation sample = MatchSamples.of(k, score);
            MatchStep step = TRACKER.observe(state, sample, THRESHOLDS);
            picture = picture.after(step.state(), sample, new byte[] {(byte) k});
            tell(step);
            k++;
        }
    }

    private void tell(MatchStep step) {
        for (MatchPhase phase : step.phases()) {
            if (picture.untold().length > 0) {
                picture = picture.told("sample " + picture.untold()[0]);
            }
            told.add(phase.phase() + " " + picture.uri());
        }
        state = step.state();
        picture = picture.keptWith(state);
    }

    @Test
    void aMatchOpensWithTheBestOfTheSamplesBefore() {
        see(0, 0.9, 0.6);
        assertThat(told).containsExactly("OPEN sample 1");
        assertThat(picture.untold()).as("what was told is not kept").isEmpty();
    }

    @Test
    void aBetterPeakIsToldWithItsOwnPicture() {
        see(0, 0.6, 0.6, 0.62, 0.9);
        assertThat(told).containsExactly("OPEN sample 1", "UPDATE sample 4");
    }

    @Test
    void aPeakThatWasNotToldIsKeptForTheEnd() {
        see(0, 0.6, 0.6, 0.64);
        assertThat(picture.untold()).containsExactly(3);
        see(0.6, 0, 0);
        assertThat(told).containsExactly("OPEN sample 1", "CLOSE sample 3");
    }

    @Test
    void anOldPeakIsToldAgainByItsUri() {
        see(0, 0.9, 0.6, 0.6, 0, 0);
        assertThat(told).containsExactly("OPEN sample 1", "CLOSE sample 1");
    }

    @Test
    void nothingIsKeptOfWhatDidNotOpenAndOfWhatIsOver() {
        see(0, 0.9);
        assertThat(picture.untold()).as("about to open").containsExactly(1);
        see(0);
        assertThat(picture).isEqualTo(PeakPicture.NONE);
        see(0.9, 0.9, 0, 0, 0);
        assertThat(picture).isEqualTo(PeakPicture.NONE);
    }

    @Test
    void anInterruptionClosesWithThePeak() {
        see(0, 0.6, 0.6, 0.64);
        tell(TRACKER.discontinuity(state));
        assertThat(told).endsWith("CLOSE sample 3");
        assertThat(picture).isEqualTo(PeakPicture.NONE);
    }

    @Test
    void aPeakWithoutAPictureLeavesTheOlderOne() {
        see(0, 0.6, 0.6);
        Observation better = MatchSamples.of(k, 0.9);
        MatchStep step = TRACKER.observe(state, better, THRESHOLDS);
        picture = picture.after(step.state(), better, new byte[0]);
        tell(step);
        assertThat(told).containsExactly("OPEN sample 1", "UPDATE sample 1");
    }
}
