// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

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
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The function that matches, as one task of a job that is started and stopped. */
final class MatchHarness implements AutoCloseable {

    static final StreamRef STREAM = new StreamRef("s", 1, "file:///s", SourceKind.FILE, "");

    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());
    private static final ArmingSettings SETTINGS =
            new ArmingSettings(BUNDLE.folder().toString(), BUNDLE.digest(), Duration.ofSeconds(1));

    private String digest = BUNDLE.digest();
    private KeyedTwoInputStreamOperatorTestHarness<String, ScenedRecord, QueryUpdate, QueryMatch>
            harness;

    static QueryCommand setting(String text, double budget) {
        return QueryCommand.ofSettings(QueryRequest.ofText(text, text, budget));
    }

    static ArmedQuery armed(QueryCommand command) throws Exception {
        try (var lease = QueryArming.acquire(SETTINGS)) {
            return lease.model().arm(command.read(), command.sequence());
        }
    }

    /** The jobs to come have another bundle, by whose digest events tell it. */
    void nextModel(String itsDigest) {
        digest = itsDigest;
    }

    /** Starts a job, with what another one left or without. */
    void start(OperatorSubtaskState state, long submission, QueryCommand... initial)
            throws Exception {
        EventFactory events =
                new EventFactory(
                        new ModelBlock("m", digest, BUNDLE.dimension()),
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

    /** Ends the job and gives what it leaves. */
    OperatorSubtaskState stop() throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        return state;
    }

    /** A picture that shows a cat and nothing else, sample by sample: its vector is the text's. */
    void showCat(long first, long last) throws Exception {
        showCat(STREAM, first, last);
    }

    /** The same on some stream. */
    void showCat(StreamRef stream, long first, long last) throws Exception {
        float[] cat = armed(setting("a cat", 1)).terms().get(0).vector();
        for (long k = first; k <= last; k++) {
            send(
                    new EmbeddedSample(
                            stream,
                            k,
                            MatchSamples.time(1000 * k),
                            cat,
                            false,
                            new byte[0],
                            0,
                            List.of()));
        }
    }

    void send(TimelineRecord timelineRecord) throws Exception {
        harness.processElement1(new StreamRecord<>(new ScenedRecord(timelineRecord, 0)));
    }

    /** The time stamps of the stream begin anew. */
    void jump(long k) throws Exception {
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

    /** Tells of a query; null for one that was removed. */
    void tell(QueryCommand command, ArmedQuery armed, long submission) throws Exception {
        harness.processElement2(
                new StreamRecord<>(
                        new QueryUpdate(command.queryId(), armed, command.sequence(), submission)));
    }

    void say(MatchFeedback feedback, boolean withdrawn) throws Exception {
        FeedbackUpdate update = new FeedbackUpdate(feedback, withdrawn);
        harness.processElement2(
                new StreamRecord<>(new QueryUpdate(feedback.queryId(), null, update, 9, 1)));
    }

    /** Queries of which an update is kept. */
    List<String> known() throws Exception {
        List<String> known = new ArrayList<>();
        harness.getOperator()
                .getOperatorStateBackend()
                .getBroadcastState(QueryMatchFunction.UPDATES)
                .immutableEntries()
                .forEach(update -> known.add(update.getKey()));
        return known;
    }

    List<QueryMatch> matches() {
        return harness.extractOutputValues();
    }

    /** What was told since the start: phases, with the reason of an end. */
    List<String> phases() {
        return matches().stream()
                .map(
                        match ->
                                match.phase()
                                        + (match.closeReason() == null
                                                ? ""
                                                : " " + match.closeReason()))
                .toList();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
