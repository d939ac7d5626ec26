// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SourceEvent;
import org.junit.jupiter.api.Test;

class VideoEnumeratorTest {

    private static final VideoSplit FILE =
            new VideoSplit(
                    new StreamRef("gate", 3, "file:///v/gate.mp4", SourceKind.FILE, ""),
                    "/v/gate.mp4",
                    -1,
                    "");
    private static final RangeReport LONG = new RangeReport(FILE.splitId(), 0, 40);

    private final FakeEnumeratorContext context = new FakeEnumeratorContext(4);

    private VideoEnumerator enumerator(EnumeratorState state) {
        FileDiscovery nothing = new FileDiscovery(List.of(), Duration.ZERO, Clock.systemUTC());
        return new VideoEnumerator(context, nothing, null, new RangeLength(10), state);
    }

    private VideoEnumerator enumerator(VideoSplit... pending) {
        return enumerator(new EnumeratorState(Set.of(), List.of(pending), true));
    }

    private void start(VideoEnumerator enumerator, int subtask, VideoSplit... reported) {
        context.register(subtask, reported);
        enumerator.addReader(subtask);
        enumerator.handleSplitRequest(subtask, "host");
    }

    /**
     * As Flink does when a task fails: the enumerator keeps its state, the reader loses its own.
     */
    private void fail(VideoEnumerator enumerator, int subtask, VideoSplit... sinceCheckpoint) {
        context.fail(subtask);
        enumerator.addSplitsBack(List.of(sinceCheckpoint), subtask);
    }

    private static SampleRange range(long from, long to) {
        return new SampleRange(from, to);
    }

    @Test
    void tellsTheReaderThatOpenedALongFileHowFarToRead() {
        VideoEnumerator enumerator = enumerator(FILE);
        start(enumerator, 0);
        start(enumerator, 1);
        start(enumerator, 2);
        assertThat(context.assignedTo(0)).containsExactly(FILE);
        assertThat(context.assignedTo(1)).isEmpty();

        enumerator.handleSourceEvent(0, LONG);
        assertThat(context.sentTo(0)).containsExactly(new RangeEnd(FILE.splitId(), 10));
        assertThat(context.assignedTo(1).get(0).range()).isEqualTo(range(10, 20));
        assertThat(context.assignedTo(2).get(0).range()).isEqualTo(range(20, 30));
    }

    @Test
    void sendsNobodyHomeWhileAFileMayBeCut() {
        VideoEnumerator enumerator = enumerator(FILE);
        start(enumerator, 0);
        start(enumerator, 1);
        assertThat(context.isFinished(1)).isFalse();
        enumerator.handleSourceEvent(0, new RangeReport(FILE.splitId(), 0, 0));
        assertThat(context.isFinished(1)).isTrue();
        assertThat(context.sentTo(0)).isEmpty();
    }

    @Test
    void answersNobodyWhoseTaskHasFailed() {
        VideoEnumerator enumerator = enumerator(FILE);
        start(enumerator, 0);
        context.fail(0);
        enumerator.handleSourceEvent(0, LONG);
        assertThat(context.sentTo(0)).isEmpty();
    }

    @Test
    void goesOnWithTheSameRangesWhenItIsRestoredTogetherWithItsReaders() {
        VideoEnumerator enumerator = enumerator(FILE);
        start(enumerator, 0);
        enumerator.handleSourceEvent(0, LONG);
        EnumeratorState state = enumerator.snapshotState(1);
        assertThat(state.pending()).containsExactly(FILE.from(10, 40));

        context.fail(0);
        VideoEnumerator restored = enumerator(state);
        start(restored, 0);
        start(restored, 1, FILE.before(10).resumingAt(6));
        assertThat(context.assignedTo(0).get(0).range()).isEqualTo(range(10, 20));
        assertThat(context.assignedTo(1)).containsExactly(FILE.before(10).resumingAt(6));
    }

    @Test
    void cutsAnewWhenItIsRestoredTogetherWithAReaderThatHadNoAnswer() {
        VideoEnumerator enumerator = enumerator(FILE);
        start(enumerator, 0);
        EnumeratorState state = enumerator.snapshotState(1);
        enumerator.handleSourceEvent(0, LONG);

        context.fail(0);
        VideoEnumerator restored = enumerator(state);
        start(restored, 1, FILE);
        assertThat(context.assignedTo(1)).containsExactly(FILE);
        restored.handleSourceEvent(1, LONG);
        assertThat(restored.snapshotState(2).pending()).containsExactly(FILE.from(10, 40));
    }

    /**
     * Task failure, cut after the checkpoint: the file was assigned before it, the ranges after.
     */
    @Test
    void reconcilesAReaderThatWentBackBehindACut() {
        VideoEnumerator enumerator = enumerator(FILE);
        start(enumerator, 0);
        enumerator.snapshotState(1);
        enumerator.notifyCheckpointComplete(1);
        enumerator.handleSourceEvent(0, LONG);
        start(enumerator, 1);
        VideoSplit second = context.assignedTo(1).get(0);

        fail(enumerator, 0);
        fail(enumerator, 1, second);
        start(enumerator, 2); // it may come before the one that had the file
        start(enumerator, 0, FILE);
        List<VideoSplit> all = new ArrayList<>(context.assignedTo(2));
        all.addAll(context.assignedTo(0));
        all.addAll(enumerator.snapshotState(2).pending());
        assertThat(all)
                .extracting(VideoSplit::range)
                .containsExactlyInAnyOrder(range(0, 10), range(10, 20), range(20, SampleRange.END));
    }

    /** Task failure, everything since the checkpoint: Flink gives back what it saw assigned. */
    @Test
    void reconcilesAFileThatWasAssignedAndCutAfterTheCheckpoint() {
        VideoEnumerator enumerator = enumerator(FILE);
        enumerator.snapshotState(1);
        start(enumerator, 0);
        enumerator.handleSourceEvent(0, LONG);
        fail(enumerator, 0, FILE);
        start(enumerator, 0);
        assertThat(context.assignedTo(0)).containsExactly(FILE.before(10));
        assertThat(enumerator.snapshotState(2).pending()).containsExactly(FILE.from(10, 40));
    }

    /** Task failure, cut before the checkpoint: the reader's own state is right already. */
    @Test
    void takesAReaderAtItsWordOnceTheCutIsInACheckpoint() {
        VideoEnumerator enumerator = enumerator(FILE);
        start(enumerator, 0);
        enumerator.handleSourceEvent(0, LONG);
        enumerator.snapshotState(1);
        enumerator.notifyCheckpointComplete(1);
        fail(enumerator, 0);
        start(enumerator, 0, FILE.before(10).resumingAt(7));
        assertThat(context.assignedTo(0)).containsExactly(FILE.before(10).resumingAt(7));
    }

    @Test
    void refusesEventsOfStrangers() {
        VideoEnumerator enumerator = enumerator(FILE);
        SourceEvent strange = new SourceEvent() {};
        assertThatThrownBy(() -> enumerator.handleSourceEvent(0, strange))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
