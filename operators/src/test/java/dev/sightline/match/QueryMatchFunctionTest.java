// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.ModelBundle;
import dev.sightline.event.EventFactory;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryMatch;
import dev.sightline.event.QueryRequest;
import dev.sightline.picture.PictureSettings;
import dev.sightline.scene.ScenedRecord;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.Gap;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a job that goes on from a savepoint makes of other queries than those that it knew. */
class QueryMatchFunctionTest {

    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());
    private static final ArmingSettings SETTINGS =
            new ArmingSettings(BUNDLE.folder().toString(), BUNDLE.digest(), Duration.ofSeconds(1));
    private static final StreamRef STREAM = new StreamRef("s", 1, "file:///s", SourceKind.FILE, "");

    private static float[] cat;

    private KeyedTwoInputStreamOperatorTestHarness<String, ScenedRecord, QueryUpdate, QueryMatch>
            harness;

    private static QueryCommand setting(String text, double budget) {
        return QueryCommand.ofSettings(QueryRequest.ofText(text, text, budget));
    }

    /** A picture that shows a cat and nothing else: its vector is that of the words. */
    @BeforeAll
    static void armCat() throws Exception {
        try (var lease = QueryArming.acquire(SETTINGS)) {
            ArmedQuery armed = lease.model().arm(QueryRequest.ofText("a cat", "a cat", 1), 0);
            cat = armed.terms().get(0).vector();
        }
    }

    private void start(OperatorSubtaskState state, long submission, QueryCommand... initial)
            throws Exception {
        EventFactory events =
                new EventFactory(
                        new ModelBlock("m", BUNDLE.digest(), BUNDLE.dimension()),
                        new ProducerBlock("test", "1"),
                        Clock.systemUTC());
        QueryMatchFunction function =
                new QueryMatchFunction(
                        SETTINGS,
                        new InitialQueries(Arrays.asList(initial), submission),
                        events,
                        PictureSettings.OFF);
        harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                function,
                                List.of(QueryMatchFunction.UPDATES, QueryMatchFunction.FEEDBACK)),
                        scened -> scened.timelineRecord().stream().streamId(),
                        update -> "",
                        Types.STRING);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    private OperatorSubtaskState stop() throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        return state;
    }

    private void showCat(long first, long last) throws Exception {
        for (long k = first; k <= last; k++) {
            send(
                    new EmbeddedSample(
                            STREAM,
                            k,
                            MatchSamples.time(1000 * k),
                            cat,
                            false,
                            new byte[0],
                            0,
                            List.of()));
        }
    }

    private void send(TimelineRecord timelineRecord) throws Exception {
        harness.processElement1(new StreamRecord<>(new ScenedRecord(timelineRecord, 0)));
    }

    private void tell(QueryCommand command, ArmedQuery armed, long submission) throws Exception {
        harness.processElement2(
                new StreamRecord<>(
                        new QueryUpdate(command.queryId(), armed, command.sequence(), submission)));
    }

    private static ArmedQuery armed(QueryCommand command) throws Exception {
        try (var lease = QueryArming.acquire(SETTINGS)) {
            return lease.model().arm(command.read(), command.sequence());
        }
    }

    private List<String> phases() {
        return harness.extractOutputValues().stream()
                .map(
                        match ->
                                match.phase()
                                        + (match.closeReason() == null
                                                ? ""
                                                : " " + match.closeReason()))
                .toList();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void goesOnWithAQueryThatStays() throws Exception {
        QueryCommand query = setting("a cat", 1);
        start(null, 1, query);
        tell(query, armed(query), 1);
        showCat(0, 3);
        assertThat(phases()).containsExactly("open");
        start(stop(), 2, query);
        showCat(4, 5);
        tell(query, armed(query), 2);
        send(new StreamEnded(STREAM, 6, MatchSamples.time(5000), 6, 0, 0));
        assertThat(phases()).containsExactly("close ended");
    }

    @Test
    void closesWhatIsOpenAsSoonAsALiveStreamIsLost() throws Exception {
        QueryCommand query = setting("a cat", 1);
        start(null, 1, query);
        tell(query, armed(query), 1);
        showCat(0, 3);
        send(
                new Reconnecting(
                        STREAM,
                        4,
                        MatchSamples.time(3000),
                        1,
                        1000,
                        false,
                        true,
                        StreamFailed.Category.DECODE,
                        "silent",
                        List.of()));
        assertThat(phases()).containsExactly("open", "close stream-lost");
    }

    @Test
    void anotherTimelineClosesWhatIsOpenAndBeginsAnew() throws Exception {
        QueryCommand query = setting("a cat", 1);
        start(null, 1, query);
        tell(query, armed(query), 1);
        showCat(0, 3);
        jump(4);
        showCat(0, 3);
        assertThat(phases()).containsExactly("open", "close discontinuity", "open");
    }

    @Test
    void closesTheMatchOfAQueryWhoseBudgetWasChangedAndBeginsAnew() throws Exception {
        QueryCommand before = setting("a cat", 1);
        start(null, 1, before);
        tell(before, armed(before), 1);
        showCat(0, 3);
        start(stop(), 2, setting("a cat", 24));
        showCat(4, 5);
        assertThat(phases()).containsExactly("close query-removed", "open");
        assertThat(harness.extractOutputValues().get(1).expectedFalseAlarmsPerDay())
                .isGreaterThan(20);
    }

    @Test
    void followsAQueryNoMoreThatStandsNoMoreAndClosesItsMatchWhenItIsTold() throws Exception {
        QueryCommand query = setting("a cat", 1);
        start(null, 1, query);
        tell(query, armed(query), 1);
        showCat(0, 3);
        start(stop(), 2);
        showCat(4, 9);
        assertThat(phases()).isEmpty();
        tell(query, null, 2);
        assertThat(phases()).containsExactly("close query-removed");
    }

    @Test
    void keepsWhatItLearnedWhenTheSameSubmissionRecovers() throws Exception {
        QueryCommand learned =
                QueryCommand.ofRecord("cats", "{\"text\":\"a cat\"}".getBytes("UTF-8"), 3);
        start(null, 1);
        tell(learned, armed(learned), 1);
        start(stop(), 1);
        showCat(0, 3);
        assertThat(phases()).containsExactly("open");
    }

    @Test
    void whatWasCalledWrongIsNotToldAgainAlsoAfterASavepoint() throws Exception {
        QueryCommand query = setting("a cat", 0.9);
        start(null, 1, query);
        tell(query, armed(query), 1);
        showCat(0, 3);
        assertThat(phases()).containsExactly("open");
        MatchFeedback wrong =
                new MatchFeedback("a cat", harness.extractOutputValues().get(0).matchId());
        say(new FeedbackUpdate(wrong, false));
        start(stop(), 1, query);
        jump(4);
        showCat(20, 29);
        assertThat(phases()).containsExactly("close discontinuity");
        say(new FeedbackUpdate(wrong, true));
        showCat(30, 33);
        assertThat(phases()).containsExactly("close discontinuity", "open");
    }

    /** One false alarm a day is too many. */
    private static final QueryCommand CATS = setting("a cat", 0.9);

    private String matchId() {
        return harness.extractOutputValues().get(0).matchId();
    }

    /** What is told of a cat that comes back after it was called wrong, or not. */
    private List<String> again(FeedbackUpdate... feedback) throws Exception {
        start(null, 1, CATS);
        for (FeedbackUpdate each : feedback) {
            say(each);
        }
        showCat(0, 3);
        jump(4);
        showCat(20, 29);
        return phases();
    }

    @Test
    void whatIsCalledWrongBeforeItComesIsWrongWhenItDoes() throws Exception {
        assertThat(again()).containsExactly("open", "close discontinuity", "open");
        FeedbackUpdate wrong = new FeedbackUpdate(new MatchFeedback("a cat", matchId()), false);
        FeedbackUpdate other = new FeedbackUpdate(new MatchFeedback("a cat", "m1"), false);
        close();
        assertThat(again(other, wrong)).containsExactly("open", "close discontinuity");
        close();
        assertThat(again(other)).containsExactly("open", "close discontinuity", "open");
    }

    @Test
    void aStreamThatIsRunAgainFromItsStartMeetsWhatWasSaidOfIt() throws Exception {
        again();
        say(new FeedbackUpdate(new MatchFeedback("a cat", matchId()), false));
        send(new StreamEnded(STREAM, 30, MatchSamples.time(29_000), 30, 0, 0));
        start(stop(), 1, CATS);
        showCat(0, 3);
        jump(4);
        showCat(20, 29);
        assertThat(phases()).containsExactly("open", "close discontinuity");
    }

    @Test
    void whatTheControlTopicHoldsIsHeededFromTheFirstSampleUntilTheQueryIsRemoved()
            throws Exception {
        again();
        MatchFeedback wrong = new MatchFeedback("a cat", matchId());
        close();
        start(null, 1, CATS, QueryCommand.ofRecord(wrong.key(), wrong.toJson(), 3));
        showCat(0, 3);
        jump(4);
        showCat(20, 24);
        assertThat(phases()).containsExactly("open", "close discontinuity");
        tell(CATS, null, 1);
        tell(CATS, armed(CATS), 1);
        showCat(25, 29);
        assertThat(phases()).containsExactly("open", "close discontinuity", "open");
    }

    @Test
    void whatIsSaidOfMatchesIsNotLostWhereNoSampleComesBeforeASavepoint() throws Exception {
        again();
        MatchFeedback wrong = new MatchFeedback("a cat", matchId());
        start(stop(), 1, CATS);
        say(new FeedbackUpdate(wrong, false));
        start(stop(), 1, CATS);
        jump(30);
        showCat(50, 59);
        assertThat(phases()).containsExactly("close discontinuity");
    }

    /** Its time stamps begin anew. */
    private void jump(long k) throws Exception {
        send(
                new Gap(
                        STREAM,
                        k,
                        SampleRange.END,
                        MatchSamples.time(1000 * (k - 1)),
                        MatchSamples.time(0),
                        true,
                        "its time stamps jumped"));
    }

    private void say(FeedbackUpdate feedback) throws Exception {
        harness.processElement2(
                new StreamRecord<>(
                        new QueryUpdate(feedback.feedback().queryId(), null, feedback, 9, 1)));
    }
}
