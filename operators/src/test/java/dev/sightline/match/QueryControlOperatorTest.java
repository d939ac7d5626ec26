// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.ModelBundle;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStatus;
import dev.sightline.testdata.repository.Repository;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryControlOperatorTest {

    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());
    private static final ArmingSettings SETTINGS =
            new ArmingSettings(BUNDLE.folder().toString(), BUNDLE.digest(), Duration.ofSeconds(1));
    private static final QueryEvents EVENTS =
            new QueryEvents(
                    new ModelBlock("m", BUNDLE.digest(), BUNDLE.dimension()),
                    new ProducerBlock("test", "1"),
                    Clock.systemUTC());

    private OneInputStreamOperatorTestHarness<QueryCommand, QueryUpdate> harness;

    private static QueryCommand setting(String text, double budget) {
        return QueryCommand.ofSettings(QueryRequest.ofText(text, text, budget));
    }

    private static QueryCommand written(String id, String json, long offset) {
        byte[] value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        return QueryCommand.ofRecord(id, value, offset);
    }

    private void start(OperatorSubtaskState state, long submission, QueryCommand... initial)
            throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new QueryControlOperator(
                                SETTINGS,
                                new InitialQueries(Arrays.asList(initial), submission),
                                EVENTS));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        harness.setProcessingTime(1);
    }

    private OperatorSubtaskState stop() throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        return state;
    }

    private void send(QueryCommand command) throws Exception {
        harness.processElement(new StreamRecord<>(command));
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        var side = harness.getSideOutput(QueryControlOperator.STATUS);
        if (side != null) {
            for (StreamRecord<QueryStatus> status : side) {
                told.add(status.getValue().queryId() + " " + status.getValue().state());
            }
        }
        return told;
    }

    private List<String> updates() {
        return harness.extractOutputValues().stream()
                .map(update -> update.queryId() + (update.armed() == null ? " gone" : ""))
                .toList();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void answersTheQueriesOfTheSubmissionBeforeAnythingComes() throws Exception {
        start(null, 1, setting("a cat", 1), written("dogs", "{\"text\":\"a dog\"}", 3));
        assertThat(told()).containsExactly("a cat accepted", "dogs accepted");
        assertThat(updates()).containsExactly("a cat", "dogs");
    }

    @Test
    void saysNothingAgainWhenTheJobRecovers() throws Exception {
        start(null, 1, setting("a cat", 1));
        OperatorSubtaskState state = stop();
        start(state, 1, setting("a cat", 1));
        assertThat(told()).isEmpty();
        send(written("dogs", "{\"text\":\"a dog\"}", 0));
        assertThat(told()).containsExactly("dogs accepted");
    }

    @Test
    void tellsOfQueriesThatWereAddedAndThatStandNoMoreWhenAnotherSubmissionGoesOn()
            throws Exception {
        start(
                null,
                1,
                setting("a cat", 1),
                setting("a bird", 1),
                written("dogs", "{\"text\":\"a dog\"}", 3));
        OperatorSubtaskState state = stop();
        start(state, 2, setting("a cat", 24), setting("a red car", 1));
        assertThat(told())
                .containsExactly(
                        "a cat accepted", "a red car accepted", "a bird removed", "dogs removed");
        assertThat(updates()).containsExactly("a cat", "a red car", "a bird gone", "dogs gone");
        assertThat(harness.extractOutputValues())
                .allMatch(update -> update.submission() == 2)
                .first()
                .extracting(update -> update.armed().request().alarmBudgetPerDay())
                .isEqualTo(24.0);
    }

    @Test
    void readsARecordThatItHasAnsweredAsNothingNew() throws Exception {
        start(null, 1, written("dogs", "{\"text\":\"a dog\"}", 3));
        send(written("dogs", "{\"text\":\"an old dog\"}", 2));
        send(written("dogs", "{\"text\":\"a dog\"}", 3));
        send(written("gone", null, 4));
        assertThat(told()).containsExactly("dogs accepted");
        send(written("dogs", null, 5));
        assertThat(told()).containsExactly("dogs accepted", "dogs removed");
        assertThat(updates()).containsExactly("dogs", "dogs gone");
    }

    private List<String> refusals() {
        return harness.getSideOutput(QueryControlOperator.STATUS).stream()
                .map(StreamRecord::getValue)
                .filter(status -> status.state().equals("refused"))
                .map(status -> status.version() + ": " + status.reason())
                .toList();
    }

    @Test
    void aLowerVersionNeverReplacesAHigherOneUntilThatIsTakenBack() throws Exception {
        start(null, 1);
        send(written("dogs", "{\"text\":\"a dog\",\"version\":3}", 1));
        send(written("dogs", "{\"text\":\"an old dog\",\"version\":2}", 2));
        assertThat(refusals()).containsExactly("2: version 3 is in force");
        send(written("dogs", "{\"text\":\"a big dog\",\"version\":3}", 3));
        send(written("dogs", null, 4));
        send(written("dogs", "{\"text\":\"an old dog\",\"version\":2}", 5));
        assertThat(told())
                .containsExactly(
                        "dogs accepted",
                        "dogs refused",
                        "dogs accepted",
                        "dogs removed",
                        "dogs accepted");
        assertThat(updates()).containsExactly("dogs", "dogs", "dogs gone", "dogs");
    }

    @Test
    void whatWasInForceStaysInForceInAnotherSubmissionWhenTheTopicHoldsALowerVersion()
            throws Exception {
        QueryCommand old = written("dogs", "{\"text\":\"an old dog\",\"version\":2}", 2);
        start(null, 1, written("dogs", "{\"text\":\"a dog\",\"version\":3}", 1));
        send(old);
        OperatorSubtaskState state = stop();
        start(state, 2, old);
        assertThat(told()).containsExactly("dogs accepted");
        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(
                        update -> {
                            assertThat(update.armed().request().text()).isEqualTo("a dog");
                            assertThat(update.submission()).isEqualTo(2);
                        });
    }

    @Test
    void ofAQueryThatTheSettingsAndTheTopicBringTasksAreToldWhatIsInForceAlone() throws Exception {
        QueryCommand setting = setting("a dog", 1);
        start(null, 1, setting, written("a dog", "{\"text\":\"a big dog\"}", 3));
        start(stop(), 2, setting, written("a dog", "{\"text\":\"a big dog\"}", 3));
        assertThat(told()).containsExactly("a dog accepted", "a dog accepted");
        assertThat(harness.extractOutputValues())
                .singleElement()
                .extracting(update -> update.armed().request().text())
                .isEqualTo("a big dog");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"an old dog\",\"version\":2}|a dog",
                "{\"text\":\"x\",\"version\":6,\"budgetScope\":\"query\"}|a dog",
                "{\"text\":1}|a dog",
                "{\"text\":\"a new dog\",\"version\":5}|a new dog",
            })
    void whatWasInForceHoldsAgainstWhatWasWrittenWhileTheJobWasDown(String json, String inForce)
            throws Exception {
        start(null, 1, written("dogs", "{\"text\":\"a dog\",\"version\":5}", 3));
        start(stop(), 2, written("dogs", json, 4));
        assertThat(harness.extractOutputValues())
                .singleElement()
                .extracting(update -> update.armed().request().text())
                .isEqualTo(inForce);
    }

    private static final MatchFeedback WRONG = new MatchFeedback("dogs", "m1");

    private static QueryCommand wrong(long offset) {
        return written(WRONG.key(), "{\"wrongMatch\":\"m1\"}", offset);
    }

    private List<FeedbackUpdate> feedback() {
        return harness.extractOutputValues().stream()
                .map(QueryUpdate::feedback)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<String> errors() {
        var errors = harness.getSideOutput(QueryControlOperator.ERRORS);
        return errors == null
                ? List.of()
                : errors.stream()
                        .map(error -> error.getValue())
                        .map(error -> error.queryId() + ": " + error.message())
                        .toList();
    }

    @Test
    void aRecordThatCameLateIsNoNewsOnceItsQueryWasRemovedNotEvenToAJobThatRecovered()
            throws Exception {
        start(null, 1);
        send(written("dogs", "{\"text\":\"a dog\",\"version\":3}", 1));
        send(written("dogs", null, 3));
        send(written("dogs", "{\"text\":\"an old dog\",\"version\":2}", 2));
        assertThat(told()).containsExactly("dogs accepted", "dogs removed");
        OperatorSubtaskState state = stop();
        start(state, 1);
        send(written("dogs", "{\"text\":\"an old dog\",\"version\":2}", 2));
        assertThat(told()).isEmpty();
        send(written("dogs", "{\"text\":\"a new dog\",\"version\":1}", 4));
        assertThat(told()).containsExactly("dogs accepted");
    }

    @Test
    void aKeyThatIsTooLongChangesNothingAndStopsNothing() throws Exception {
        String endless = "x".repeat(70_000);
        QueryCommand initial = written(endless, "{\"text\":\"a dog\"}", 0);
        start(null, 1, initial);
        send(written(endless, null, 1));
        send(written("dogs/wrong/" + endless, null, 2));
        send(written(endless + "/wrong/m1", "{\"wrongMatch\":\"m1\"}", 3));
        assertThat(errors()).hasSize(4).allMatch(error -> error.contains("is longer than 1000"));
        assertThat(errors()).allMatch(error -> error.length() < 1100);
        start(stop(), 1, initial);
        send(written("cats", "{\"text\":\"a cat\"}", 4));
        assertThat(told()).containsExactly("cats accepted");
    }

    @Test
    void aQueryThatWasRefusedAtTheStartIsFollowedByNoTask() throws Exception {
        start(
                null,
                1,
                written("all", "{\"text\":\"x\",\"budgetScope\":\"query\"}", 0),
                written("odd", "{\"text\":1}", 1),
                setting("a cat", 1),
                written("a cat", "{\"text\":\"an old cat\",\"version\":0}", 2));
        assertThat(told()).containsExactly("all refused", "a cat accepted", "a cat refused");
        assertThat(updates()).containsExactlyInAnyOrder("a cat", "all gone", "odd gone");
    }

    @Test
    void handsOnWhatIsSaidOfMatchesAndThatItIsTakenBack() throws Exception {
        start(null, 1, written("dogs", "{\"text\":\"a dog\"}", 0));
        send(wrong(1));
        send(written("dogs/wrong/m2", "{\"wrongMatch\":\"m3\"}", 2));
        send(written(WRONG.key(), null, 3));
        assertThat(feedback())
                .containsExactly(new FeedbackUpdate(WRONG, false), new FeedbackUpdate(WRONG, true));
        assertThat(told()).containsExactly("dogs accepted");
        assertThat(errors()).singleElement().asString().startsWith("dogs/wrong/m2: ");
    }

    @Test
    void readsWhatIsSaidOfMatchesBehindTheQueriesThatStand() throws Exception {
        start(null, 1, wrong(1), written("dogs", "{\"text\":\"a dog\"}", 2));
        assertThat(updates()).containsExactly("dogs", "dogs gone");
        assertThat(feedback()).containsExactly(new FeedbackUpdate(WRONG, false));
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cats|{\"text\":\"a dog\"}|no query is in force with the id 'dogs'",
                "dogs|{\"labels\":[\"a\",\"b\"]}|where 'labels' vie with each other",
                "dogs|{\"text\":\"a dog\",\"threshold\":0.2}|where 'threshold' is set by hand",
            })
    void saysWhyAWrongMatchChangesNothing(String id, String query, String expected)
            throws Exception {
        start(null, 1, written(id, query, 0));
        send(wrong(1));
        send(written(WRONG.key(), null, 2));
        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("dogs/wrong/m1: ")
                .contains(expected);
        assertThat(feedback()).containsExactly(new FeedbackUpdate(WRONG, true));
    }

    @Test
    void refusesWhatItCannotServeAndReportsWhatItCannotRead() throws Exception {
        start(null, 1, written("all", "{\"text\":\"x\",\"budgetScope\":\"query\"}", 0));
        send(written("", "{\"text\":\"a cat\"}", 1));
        assertThat(told()).containsExactly("all refused");
        assertThat(harness.getSideOutput(QueryControlOperator.ERRORS))
                .singleElement()
                .satisfies(error -> assertThat(error.getValue().message()).contains("has no key"));
        assertThat(updates()).containsExactly("all gone");
    }
}
