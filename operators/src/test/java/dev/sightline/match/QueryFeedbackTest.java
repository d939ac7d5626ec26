// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.event.MatchFeedback;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryFeedbackTest {

    private static final QueryFeedback NONE = QueryFeedback.none(1);

    private static FeedbackUpdate wrong(String matchId) {
        return new FeedbackUpdate(new MatchFeedback("cats", matchId), false);
    }

    private static FeedbackUpdate right(String matchId) {
        return new FeedbackUpdate(new MatchFeedback("cats", matchId), true);
    }

    private static QueryUpdate update(String queryId, FeedbackUpdate said) {
        return new QueryUpdate(queryId, null, said, 9, 1);
    }

    private static QueryCommand record(String key, String json) {
        return QueryCommand.ofRecord(key, json == null ? null : json.getBytes(), 0);
    }

    @Test
    void holdsWhatWasCalledWrongUntilThatIsTakenBack() {
        QueryFeedback two = NONE.with(wrong("a")).with(wrong("b")).with(wrong("a"));
        assertThat(two.wrong()).containsExactly("a", "b");
        assertThat(two.with(right("a")).wrong()).containsExactly("b");
        assertThat(two.with(right("c"))).isSameAs(two);
    }

    @Test
    void forgetsTheOldestOfVeryMany() {
        QueryFeedback many = NONE;
        for (int i = 0; i <= QueryFeedback.MOST; i++) {
            many = many.with(wrong("m" + i));
        }
        assertThat(many.wrong()).hasSize(QueryFeedback.MOST).startsWith("m1");
    }

    @Test
    void readsWhatAControlTopicHoldsAndLeavesOutWhatCannotBeUnderstood() {
        InitialQueries initial =
                new InitialQueries(
                        List.of(
                                record("cats", "{\"text\":\"a cat\"}"),
                                record("cats/wrong/a", "{\"wrongMatch\":\"a\"}"),
                                record("cats/wrong/b", "{\"wrongMatch\":\"c\"}"),
                                record("dogs/wrong/d", "{\"wrongMatch\":\"d\"}"),
                                record("cats/wrong/e", null)),
                        7);
        assertThat(QueryFeedback.of(initial))
                .isEqualTo(
                        Map.of(
                                "cats", new QueryFeedback(List.of("a"), 7),
                                "dogs", new QueryFeedback(List.of("d"), 7)));
    }

    /** A match of cats was called wrong before the job was submitted. */
    private static QueriesInForce.Initial initial() {
        return new QueriesInForce.Initial(
                new InitialQueries(List.of(record("cats/wrong/a", "{\"wrongMatch\":\"a\"}")), 1),
                List.of());
    }

    @Test
    void ofAQueryWhoseMatchesAreAllRightNothingIsKeptUnlessSomethingStoodFromTheStart() {
        QueriesInForce.Initial initial = initial();
        assertThat(initial.after(update("dogs", right("a")), null)).isNull();
        QueryFeedback one = initial.after(update("dogs", wrong("a")), null);
        assertThat(one.wrong()).containsExactly("a");
        assertThat(initial.after(update("dogs", right("a")), one)).isNull();
        assertThat(initial.after(update("cats", right("a")), null)).isEqualTo(NONE);
    }

    @Test
    void whatIsKeptGoesOnFromWhatStoodAndGoesWithItsQuery() {
        QueriesInForce.Initial initial = initial();
        QueryUpdate said = update("cats", wrong("b"));
        assertThat(initial.after(said, null).wrong()).containsExactly("a", "b");
        QueryFeedback older = new QueryFeedback(List.of("x"), 0);
        assertThat(initial.after(said, older).wrong()).containsExactly("a", "b");
        QueryFeedback known = new QueryFeedback(List.of("y"), 1);
        assertThat(initial.after(said, known).wrong()).containsExactly("y", "b");
        ArmedQuery cats = TestQueries.text("cats", TestQueries.axis(0), 1);
        assertThat(initial.after(new QueryUpdate("cats", cats, 10, 1), known)).isSameAs(known);
        assertThat(initial.after(new QueryUpdate("cats", null, 11, 1), known)).isEqualTo(NONE);
        assertThat(initial.after(new QueryUpdate("dogs", null, 12, 1), known)).isNull();
    }

    @Test
    void whatWasSaidWaitsForAQueryThatCannotBeFollowedYet() {
        QueriesInForce.Initial initial =
                new QueriesInForce.Initial(
                        new InitialQueries(
                                List.of(
                                        record("cats", "{\"text\":1}"),
                                        record("cats/wrong/a", "{\"wrongMatch\":\"a\"}")),
                                1),
                        List.of());
        QueryFeedback kept = initial.after(QueryUpdate.unarmed("cats", 1), null);
        assertThat(kept).as("what was submitted holds").isNull();
        ArmedQuery cats = TestQueries.text("cats", TestQueries.axis(0), 1);
        kept = initial.after(new QueryUpdate("cats", cats, 10, 1), kept);
        QueryUpdate said = new QueryUpdate("cats", null, wrong("b"), 11, 1);
        assertThat(initial.after(said, kept).wrong()).containsExactly("a", "b");
    }
}
