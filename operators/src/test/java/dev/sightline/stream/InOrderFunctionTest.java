// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InOrderFunctionTest {

    private static final MediaTime TIME =
            new MediaTime(0, TimeBase.MILLISECONDS, 0, null, WallSource.NONE, 0, Instant.EPOCH);

    private KeyedOneInputStreamOperatorTestHarness<String, TimelineRecord, TimelineRecord> harness;

    private static KeyedOneInputStreamOperatorTestHarness<String, TimelineRecord, TimelineRecord>
            harness() throws Exception {
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new InOrderFunction()),
                        (TimelineRecord r) -> r.stream().streamId(),
                        Types.STRING);
        harness.setup(EmbeddedSerializer.INSTANCE);
        return harness;
    }

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static StreamRef stream(long epoch) {
        return new StreamRef("s", epoch, "file:///s", SourceKind.FILE, "");
    }

    private static TimelineRecord start(long epoch) {
        return new StreamStarted(stream(epoch), TIME);
    }

    private static TimelineRecord sample(long epoch, long k) {
        return damaged(epoch, k, 0);
    }

    private static TimelineRecord damaged(long epoch, long k, int errors) {
        return new EmbeddedSample(
                stream(epoch), k, TIME, new float[] {1}, false, new byte[0], errors, List.of());
    }

    private static TimelineRecord end(long epoch, long position) {
        return new StreamEnded(stream(epoch), position, TIME, position, 0, 0);
    }

    private static TimelineRecord end(long position, long next, long errors) {
        return new StreamEnded(stream(1), position, next, TIME, 0, errors, 0, List.of());
    }

    private static TimelineRecord failed(long position, long next) {
        return new StreamFailed(
                stream(1),
                position,
                next,
                TIME,
                StreamFailed.Category.DECODE,
                "broken",
                2,
                List.of());
    }

    private static TimelineRecord refused(long epoch) {
        return new StreamFailed(
                stream(epoch), -1, null, StreamFailed.Category.REGISTRATION, "the same id", 0);
    }

    private static TimelineRecord gap(long from, long to) {
        return new Gap(stream(1), from, to, TIME, TIME, true, "none");
    }

    private void send(TimelineRecord... records) throws Exception {
        for (TimelineRecord next : records) {
            harness.processElement(next, 0);
        }
    }

    private List<String> released() {
        return harness.extractOutputValues().stream()
                .map(r -> r.stream().epoch() + ":" + r.position())
                .toList();
    }

    @Test
    void tellsOfEveryCopyThatWasRefusedBesideTheOneThatIsRead() throws Exception {
        send(start(1), sample(1, 0), refused(7), refused(8), end(1, 1));
        assertThat(harness.extractOutputValues())
                .filteredOn(TimelineRecord::closing)
                .extracting(told -> told.stream().epoch())
                .containsExactlyInAnyOrder(1L, 7L, 8L);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void releasesWhatArrivesEarlyOnceItsTurnHasCome() throws Exception {
        send(start(1), sample(1, 1), sample(1, 2), end(1, 3));
        assertThat(released()).containsExactly("1:-1");
        send(sample(1, 0));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1", "1:2", "1:3");
    }

    @Test
    void releasesEachRecordOnce() throws Exception {
        send(start(1), sample(1, 0), sample(1, 0), start(1), sample(1, 1));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1");
    }

    @Test
    void stepsOverAGap() throws Exception {
        send(
                start(1),
                sample(1, 0),
                sample(1, 5),
                new Gap(stream(1), 1, 5, TIME, TIME, false, "none"));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1", "1:5");
    }

    @Test
    void takesAFailedSampleForTheSampleInItsPlace() throws Exception {
        send(
                start(1),
                sample(1, 1),
                new SampleFailed(stream(1), 0, TIME, "no numbers", 0, List.of()));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1");
    }

    @Test
    void holdsAnotherEpochUntilTheCurrentOneHasEnded() throws Exception {
        send(start(1), start(2), sample(2, 0), end(2, 1), sample(1, 0));
        assertThat(released()).containsExactly("1:-1", "1:0");
        send(end(1, 1));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1", "2:-1", "2:0", "2:1");
    }

    @Test
    void takesTheEpochsThatWaitByTheirNumber() throws Exception {
        send(start(1));
        for (long epoch : new long[] {70, 9, 40, 8, 1000}) {
            send(end(epoch, 0), start(epoch));
        }
        send(end(1, 0));
        assertThat(released())
                .filteredOn(name -> name.endsWith(":0"))
                .containsExactly("1:0", "8:0", "9:0", "40:0", "70:0", "1000:0");
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void joinsRangesThatAreReadSideBySide() throws Exception {
        send(sample(1, 4), sample(1, 2), start(1), sample(1, 5), sample(1, 3));
        send(sample(1, 0), end(6, SampleRange.END, 0), sample(1, 1));
        assertThat(released())
                .containsExactly("1:-1", "1:0", "1:1", "1:2", "1:3", "1:4", "1:5", "1:6");
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void countsForTheWholeStreamWhatEachRangeSawOfIt() throws Exception {
        send(damaged(1, 1, 5), start(1));
        send(sample(1, 2), end(3, SampleRange.END, 7), sample(1, 0));
        List<TimelineRecord> released = harness.extractOutputValues();
        assertThat(released.get(released.size() - 1))
                .isEqualTo(new StreamEnded(stream(1), 3, TIME, 3, 12, 0));
    }

    @Test
    void tellsAGapOnceThatGoesOnBehindABorder() throws Exception {
        send(start(1), sample(1, 0), gap(1, 4), gap(4, 8), gap(8, 9), sample(1, 9));
        send(gap(10, 11), sample(1, 11));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1", "1:9", "1:10", "1:11");
    }

    @Test
    void dropsWhatOtherRangesHoldBehindAFailure() throws Exception {
        send(start(1), sample(1, 4), sample(1, 0), failed(1, 4), sample(2, 0), start(2));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1");
        assertThat(harness.extractOutputValues().get(2))
                .isEqualTo(
                        new StreamFailed(
                                stream(1), 1, TIME, StreamFailed.Category.DECODE, "broken", 2));
        send(gap(8, 12), sample(1, 5), failed(6, 8), end(12, SampleRange.END, 0));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1", "2:-1", "2:0");
        send(end(2, 1));
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void endsWhereTheFirstRangeEndsThatMeetsTheEnd() throws Exception {
        send(start(1), end(6, SampleRange.END, 0), sample(1, 0), end(4, 6, 0), end(1, 4, 3));
        assertThat(released()).containsExactly("1:-1", "1:0", "1:1");
        assertThat(harness.extractOutputValues().get(2))
                .isEqualTo(new StreamEnded(stream(1), 1, TIME, 1, 3, 0));
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void goesOnDroppingAfterARestore() throws Exception {
        send(start(1), failed(0, 4), sample(1, 5));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        send(end(6, SampleRange.END, 0), sample(1, 4));
        assertThat(released()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void keepsNothingOfAStreamThatHasEnded() throws Exception {
        send(start(1), sample(1, 0), end(1, 1));
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void goesOnAfterARestoreInTheMiddle() throws Exception {
        send(start(1), sample(1, 1));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        send(sample(1, 0), end(1, 2));
        assertThat(released()).containsExactly("1:0", "1:1", "1:2");
        assertThat(harness.numKeyedStateEntries()).isZero();
    }
}
