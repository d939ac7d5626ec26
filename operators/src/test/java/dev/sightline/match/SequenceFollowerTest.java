// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps in letters, a sample a second: 'a' shows the first, 'b' the second, 'c' the third. */
class SequenceFollowerTest {

    private static final String BOTH = "*";

    private final ToldMatches told = new ToldMatches();

    private List<String> follow(ArmedQuery query, String samples) throws InterruptedException {
        finish(query, observe(query, QueryProgress.initial(TestQueries.STREAM, query), samples, 0));
        return told.lines();
    }

    private QueryProgress observe(
            ArmedQuery query, QueryProgress before, String samples, int firstK)
            throws InterruptedException {
        QueryFollower follower = new QueryFollower(query, 1000, told);
        QueryProgress progress = before;
        for (int i = 0; i < samples.length(); i++) {
            String shown = samples.substring(i, i + 1);
            List<Observation> steps = new ArrayList<>();
            for (int step = 0; step < query.steps().size(); step++) {
                boolean shows = shown.equals(BOTH) || shown.charAt(0) == 'a' + step;
                steps.add(MatchSamples.of(firstK + i, shows ? 0.9 : 0));
            }
            progress = follower.observe(progress, steps, MatchSamples.THRESHOLDS, new byte[0]);
        }
        return progress;
    }

    private QueryProgress finish(ArmedQuery query, QueryProgress progress)
            throws InterruptedException {
        return new QueryFollower(query, 1000, told).finish(progress, CloseReason.ENDED);
    }

    @Test
    void stepsInTheirOrderAreOneMatchFromTheFirstOnesStart() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 10_000), "..aaa...bbb..."))
                .containsExactly("open 2-9", "close 2-10");
        assertThat(told.all().get(0).phase().interval().peak().time())
                .isEqualTo(MatchSamples.time(8000));
    }

    @Test
    void stepsInAnotherOrderAreNone() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 10_000), "..bbb...aaa...")).isEmpty();
    }

    @Test
    void aStepThatComesTooLateIsNone() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 5000), "aaa.....bbb...")).isEmpty();
    }

    @Test
    void aStepThatBeginsInTimeCountsAlthoughItOpensLater() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 5000), "aaa....bbb...")).hasSize(2);
    }

    @Test
    void bothAtOnceAreNoSequence() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 5000), "...***...")).isEmpty();
    }

    @Test
    void aFirstStepThatIsShownAnewTogetherWithTheSecondWasShownBefore()
            throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 10_000), "aaa....***..."))
                .containsExactly("open 0-8", "close 0-9");
    }

    @Test
    void aStepThatIsShownTooBrieflyLeadsNowhere() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 10_000), "..a..bbb...")).isEmpty();
    }

    @Test
    void aNewerFirstStepMovesTheAnchor() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 5000), "aaa.....aaa...bbb..."))
                .startsWith("open 8-15");
    }

    @Test
    void threeStepsNeedAllThree() throws InterruptedException {
        ArmedQuery query = TestQueries.sequence(0, 10_000, 10_000);
        assertThat(follow(query, "aaa..ccc..bbb...")).isEmpty();
        assertThat(follow(query, "aaa..bbb..ccc...")).containsExactly("open 0-11", "close 0-12");
    }

    @Test
    void oneShowingOfTheFirstStepLeadsToOneMatch() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(0, 60_000), "aaa..bbb....bbb....aaa..bbb..."))
                .containsExactly("open 0-6", "close 0-7", "open 19-25", "close 19-26");
    }

    @Test
    void theCooldownIsOfTheWhole() throws InterruptedException {
        assertThat(follow(TestQueries.sequence(20_000, 60_000), "aaa..bbb...aaa..bbb...."))
                .containsExactly("open 0-6", "close 0-7");
    }

    @Test
    void whatWasRestoredInTheMiddleGoesOn() throws Exception {
        ArmedQuery query = TestQueries.sequence(0, 10_000);
        QueryProgress before =
                observe(query, QueryProgress.initial(TestQueries.STREAM, query), "aaa...b", 0);
        finish(query, observe(query, MatchBytes.again(before), "bb...", 7));
        assertThat(told.lines()).containsExactly("open 0-7", "close 0-8");
    }

    @Test
    void nothingIsLeftWhenItIsOverOrInterrupted() throws InterruptedException {
        ArmedQuery query = TestQueries.sequence(0, 5000);
        QueryProgress none = QueryProgress.initial(TestQueries.STREAM, query);
        assertThat(observe(query, none, "aaa", 0).idle(2000)).isFalse();
        assertThat(observe(query, none, "aaa.......", 0).idle(9000)).isTrue();
        QueryProgress waiting = observe(query, none, "aaa...", 0);
        QueryProgress behind = new QueryFollower(query, 1000, told).discontinuity(waiting);
        observe(query, behind, "bbb...", 6);
        assertThat(told.all()).isEmpty();
    }
}
