// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
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

    private static PastMatches many(int count, String id) {
        PastMatches past = PastMatches.NONE;
        for (int i = 0; i < count; i++) {
            past = past.with(match(id, i, 3)).wrong(at(i));
        }
        return past;
    }

    @Test
    void aWrongMatchIsOneOfItsQuery() {
        PastMatches past =
                PastMatches.NONE.with(match("cats", 1, 3)).with(match("cats", 2, 5)).wrong(at(2));
        assertThat(PastMatches.evidence(past.wrongOf(CATS)))
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.evidence()).isEqualTo(5));
    }

    @Test
    void ofAnotherTextUnderTheSameIdItSaysNothing() {
        assertThat(PastMatches.NONE.with(match("cats", 1, 3)).wrong(at(1)).wrongOf(OTHER))
                .isEmpty();
    }

    @Test
    void whatIsTakenBackIsWrongNoMoreAndMayBeCalledSoAgain() {
        PastMatches past = PastMatches.NONE.with(match("cats", 1, 3)).wrong(at(1));
        assertThat(past.right(at(1)).wrongOf(CATS)).isEmpty();
        assertThat(past.right(at(1)).wrong(at(1)).wrongOf(CATS)).hasSize(1);
    }

    @Test
    void aMatchThatGoesOnIsOneMatchAlsoWhenItWasCalledWrong() {
        PastMatches past =
                PastMatches.NONE.with(match("cats", 1, 3)).wrong(at(1)).with(match("cats", 1, 6));
        assertThat(past.told()).isEmpty();
        assertThat(past.wrongOf(CATS)).extracting(PastMatch::evidence).containsExactly(6.0);
    }

    @Test
    void aMatchThatIsNotKnownChangesNothing() {
        PastMatches past = PastMatches.NONE.with(match("cats", 1, 3));
        assertThat(past.wrong(at(9))).isEqualTo(past);
        assertThat(past.right(at(1))).isEqualTo(past);
    }

    @Test
    void theLatestAreKept() {
        PastMatches past = PastMatches.NONE;
        for (int i = 0; i < 100; i++) {
            past = past.with(match("cats", i, 3));
        }
        assertThat(past.told()).hasSize(PastMatches.MOST_TOLD);
        assertThat(past.told().get(0).startPts()).isEqualTo(100 - PastMatches.MOST_TOLD);
    }

    @Test
    void noQueryTakesTheRoomOfOthers() {
        assertThat(many(100, "cats").wrong()).hasSize(PastMatches.MOST_OF_QUERY);
        PastMatches all = PastMatches.NONE;
        for (int i = 0; i < 1000; i++) {
            all = all.with(match("q" + i, i, 3)).wrong(at(i));
        }
        assertThat(all.wrong()).hasSize(PastMatches.MOST_WRONG);
    }
}
