// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.calibration.WrongMatch;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PastMatchesTest {

    private static final ArmedQuery CATS = TestQueries.text("cats", TestQueries.axis(0), 1);
    private static final ArmedQuery OTHER = TestQueries.text("cats", TestQueries.axis(1), 1);

    private static PastMatch match(String id, long startPts, double evidence) {
        return new PastMatch(
                TestQueries.STREAM, id, 1, startPts, CATS.fingerprint(), evidence, startPts);
    }

    private static Predicate<PastMatch> at(long startPts) {
        return match -> match.startPts() == startPts;
    }

    private static final Predicate<PastMatch> NONE = match -> false;

    /** The evidence of a query's wrong matches. */
    private static List<Double> evidence(PastMatches past) {
        return PastMatches.evidence(past.wrong()).stream().map(WrongMatch::evidence).toList();
    }

    private static PastMatches told(long... startPts) {
        PastMatches past = PastMatches.NONE;
        for (long pts : startPts) {
            past = past.with(match("cats", pts, pts), false);
        }
        return past;
    }

    private static PastMatches many(int count, String id) {
        PastMatches past = PastMatches.NONE;
        for (int i = 0; i < count; i++) {
            past = past.with(match(id, i, 3), true);
        }
        return past;
    }

    @Test
    void aMatchThatIsCalledWrongIsNoLongerOneOfTheOthers() {
        PastMatches past = told(1, 2).judged(at(2));
        assertThat(evidence(past)).containsExactly(2.0);
        assertThat(past.told()).containsExactly(match("cats", 1, 1));
    }

    @Test
    void aMatchThatWasCalledWrongBeforeItCameIsWrongFromTheFirst() {
        PastMatches past = told(1).with(match("cats", 2, 5), true);
        assertThat(past).isEqualTo(told(1).with(match("cats", 2, 5), false).judged(at(2)));
    }

    @Test
    void ofAnotherTextUnderTheSameIdItSaysNothing() {
        assertThat(match("cats", 1, 3).isOf(CATS)).isTrue();
        assertThat(match("cats", 1, 3).isOf(OTHER)).isFalse();
        assertThat(match("dogs", 1, 3).isOf(CATS)).isFalse();
    }

    @Test
    void whatIsTakenBackIsWrongNoMoreAndMayBeCalledSoAgain() {
        PastMatches past = told(1).judged(at(1));
        assertThat(past.judged(NONE)).isEqualTo(told(1));
        assertThat(past.judged(NONE).judged(at(1))).isEqualTo(past);
    }

    @Test
    void aMatchThatGoesOnIsOneMatchAlsoWhenItWasCalledWrong() {
        PastMatches past = told(1).judged(at(1)).with(match("cats", 1, 6), true);
        assertThat(past.told()).isEmpty();
        assertThat(evidence(past)).containsExactly(6.0);
    }

    @Test
    void aMatchThatIsNotKnownChangesNothing() {
        assertThat(told(1).judged(at(9))).isEqualTo(told(1));
    }

    @Test
    void theLatestAreKept() {
        PastMatches past = told(LongStream.range(0, 100).toArray());
        assertThat(past.told()).hasSize(PastMatches.MOST_TOLD);
        assertThat(past.told().get(0).startPts()).isEqualTo(100 - PastMatches.MOST_TOLD);
    }

    @Test
    void aQueryThatMatchesAllTheTimeTakesNoRoomOfOneThatSeldomDoes() {
        PastMatch seldom = match("seldom", 0, 3);
        PastMatches past = PastMatches.NONE.with(seldom, false);
        for (int i = 1; i < 1000; i++) {
            past = past.with(match(i % 2 == 0 ? "cats" : "dogs", i, 3), false);
        }
        assertThat(past.judged(at(0)).wrong()).containsExactly(seldom);
        assertThat(past.told()).hasSize(PastMatches.MOST_TOLD);
        assertThat(past.told())
                .filteredOn(each -> each.queryId().equals("cats"))
                .hasSizeBetween(31, 32);
    }

    @Test
    void noQueryTakesTheRoomOfOthers() {
        assertThat(many(100, "cats").wrong()).hasSize(PastMatches.MOST_OF_QUERY);
        PastMatches all = PastMatches.NONE;
        for (int i = 0; i < 1000; i++) {
            all = all.with(match("q" + i, i, 3), true);
        }
        assertThat(all.wrong()).hasSize(PastMatches.MOST_WRONG);
    }
}
