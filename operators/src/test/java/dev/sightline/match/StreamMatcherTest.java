// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.RealVectors;
import dev.sightline.calibration.Term;
import dev.sightline.event.BudgetScope;
import dev.sightline.event.QueryRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo reel: the cat is in samples 0 to 4 and 35 to 39. */
class StreamMatcherTest {

    private static final double BUDGET = 24;
    private static final Map<String, float[]> VECTORS = RealVectors.queries();
    private static final ArmedQuery CAT = query("a cat");
    private static final ActiveQueries NOTHING = new ActiveQueries(List.of());

    private final List<MatchSample> reel = ReelMatches.reel();
    private final ToldMatches told = new ToldMatches();

    private static Term term(String text) {
        return ReelMatches.CALIBRATION.term(VECTORS.get(text));
    }

    private static ArmedQuery query(String text) {
        return TestQueries.text(text, term(text), BUDGET);
    }

    private StreamMatcher matcher(StreamMemory memory) {
        return ReelMatches.matcher(memory, told);
    }

    private static void observe(StreamMatcher matcher, ActiveQueries queries, List<MatchSample> all)
            throws InterruptedException {
        for (MatchSample sample : all) {
            matcher.observe(sample, queries);
        }
    }

    private static ActiveQueries active(ArmedQuery... queries) {
        return new ActiveQueries(List.of(queries));
    }

    @Test
    void aQueryThatIsAddedInMidStreamFindsTheNextMatch() throws InterruptedException {
        StreamMatcher matcher = matcher(StreamMemory.NONE);
        observe(matcher, NOTHING, reel.subList(0, 20));
        observe(matcher, active(CAT), reel.subList(20, 40));
        matcher.end(CloseReason.ENDED);
        assertThat(told.lines()).startsWith("open 35-36").endsWith("close 35-39");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 36, 38})
    void whatIsRestoredAnywhereTellsTheSame(int at) throws Exception {
        ToldMatches once = new ToldMatches();
        StreamMatcher whole = ReelMatches.matcher(StreamMemory.NONE, once);
        observe(whole, active(CAT), reel);
        StreamMatcher before = matcher(StreamMemory.NONE);
        observe(before, active(CAT), reel.subList(0, at));
        StreamMatcher after = matcher(MatchBytes.read(MatchBytes.written(before.memory())));
        observe(after, active(CAT), reel.subList(at, reel.size()));
        assertThat(told.lines()).isEqualTo(once.lines()).isNotEmpty();
        assertThat(MatchBytes.written(after.memory()))
                .isEqualTo(MatchBytes.written(whole.memory()));
    }

    @Test
    void whatAnotherModelLearnedIsForgottenAndWhatItHadOpenIsClosed() throws Exception {
        StreamMatcher before = matcher(StreamMemory.NONE);
        observe(before, active(CAT), reel.subList(0, 3));
        StreamMemory known = before.memory();
        StreamMatcher after = matcher(ofAnotherModel(known));
        observe(after, NOTHING, reel.subList(3, 5));
        assertThat(told.lines()).endsWith("close 0-2");
        assertThat(told.all().get(told.all().size() - 1).phase().closeReason())
                .isEqualTo(CloseReason.DISCONTINUITY);
        assertThat(after.memory().past()).isEqualTo(PastMatches.NONE);
        assertThat(after.memory().samples()).isEqualTo(2);
        assertThat(after.memory().model()).isEqualTo(known.model());
    }

    private static StreamMemory ofAnotherModel(StreamMemory known) {
        return new StreamMemory(
                known.model() + 1,
                new RecentVectors(2, List.of(new float[7])),
                known.last(),
                known.samples(),
                known.background(),
                known.past(),
                known.going());
    }

    @Test
    void whatAnotherModelHadOpenIsClosedAlsoIfAQueryGoesBeforeTheStreamGoesOn() throws Exception {
        StreamMatcher before = matcher(StreamMemory.NONE);
        ArmedQuery other = TestQueries.text("other", term("a cat"), BUDGET);
        observe(before, active(CAT, other), reel.subList(0, 3));
        StreamMatcher between = matcher(ofAnotherModel(before.memory()));
        assertThat(between.replace("a cat", null)).isTrue();
        StreamMatcher after = matcher(between.memory());
        observe(after, active(other), reel.subList(3, 5));
        assertThat(told.lines()).endsWith("close 0-2", "close 0-2");
        assertThat(told.all())
                .extracting(each -> each.phase().closeReason())
                .endsWith(CloseReason.QUERY_REMOVED, CloseReason.DISCONTINUITY);
    }

    @Test
    void aQueryThatIsRemovedClosesWhatItHasOpen() throws InterruptedException {
        StreamMatcher matcher = matcher(StreamMemory.NONE);
        observe(matcher, active(CAT), reel.subList(0, 3));
        assertThat(matcher.replace("a cat", null)).isTrue();
        assertThat(matcher.replace("a cat", null)).isFalse();
        observe(matcher, NOTHING, reel.subList(3, 10));
        assertThat(told.lines()).endsWith("close 0-2");
        assertThat(told.all().get(told.all().size() - 1).phase().closeReason())
                .isEqualTo(CloseReason.QUERY_REMOVED);
        assertThat(matcher.memory().going()).isEmpty();
    }

    @Test
    void aMatchThatWasCalledWrongIsNotToldAgain() throws InterruptedException {
        assertThat(secondShowing(false)).isEmpty();
    }

    @Test
    void unlessThatIsTakenBack() throws InterruptedException {
        assertThat(secondShowing(true)).isNotEmpty();
    }

    /** The cat's first scene twice, with what is told of the second time. */
    private List<String> secondShowing(boolean withdrawn) throws InterruptedException {
        StreamMatcher matcher = matcher(StreamMemory.NONE);
        ActiveQueries cat =
                active(TestQueries.text("a cat", term("a cat"), 0.9)); // one a day is too many
        observe(matcher, cat, reel.subList(0, 20));
        int before = told.all().size();
        assertThat(before).isPositive();
        matcher.heed(match -> match.queryId().equals("a cat"));
        if (withdrawn) {
            matcher.heed(match -> false);
        }
        List<MatchSample> again = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            MatchSample first = reel.get(i);
            again.add(
                    new MatchSample(
                            first.stream(),
                            20 + i,
                            reel.get(20 + i).time(),
                            first.vector(),
                            20,
                            first.preview()));
        }
        observe(matcher, cat, again);
        return told.lines().subList(before, told.all().size());
    }

    @Test
    void ofQueriesThatNothingShowsNothingIsKept() throws InterruptedException {
        StreamMatcher without = matcher(StreamMemory.NONE);
        observe(without, NOTHING, reel.subList(5, 35));
        StreamMatcher with = matcher(StreamMemory.NONE);
        observe(with, active(CAT, query("children playing football")), reel.subList(5, 35));
        assertThat(with.memory().going()).isEmpty();
        assertThat(with.memory().past()).isEqualTo(without.memory().past());
    }

    @Test
    void theLabelThatIsClearIsTold() throws InterruptedException {
        List<String> labels =
                List.of("a cat", "a red coffee cup on a saucer", "a man with a camera on a tripod");
        QueryRequest request =
                new QueryRequest(
                        "what",
                        List.of(),
                        labels,
                        List.of(),
                        1,
                        BudgetScope.STREAM,
                        null,
                        2000,
                        0,
                        1);
        ArmedQuery what =
                new ArmedQuery(
                        request,
                        List.of(),
                        labels.stream().map(StreamMatcherTest::term).toList(),
                        null,
                        0);
        StreamMatcher matcher = matcher(StreamMemory.NONE);
        observe(matcher, active(what), reel);
        assertThat(told.lines())
                .contains("open a cat 0-1", "open a red coffee cup on a saucer 5-6");
        assertThat(told.all())
                .allSatisfy(
                        each -> {
                            Peak peak = each.phase().interval().peak();
                            assertThat(peak.evidence()).isBetween(0.5, 1.0);
                            assertThat(peak.meaning().falseAlarmsPerDay()).isNull();
                        });
        assertThat(matcher.memory().past()).isEqualTo(PastMatches.NONE);
    }

    @Test
    void aBreakClosesWhatIsOpenAndTheStreamGoesOn() throws InterruptedException {
        StreamMatcher matcher = matcher(StreamMemory.NONE);
        observe(matcher, active(CAT), reel.subList(0, 3));
        matcher.discontinuity();
        observe(matcher, active(CAT), reel.subList(5, 40));
        assertThat(told.lines()).contains("close 0-2", "open 35-36");
    }
}
