// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitQueueTest {

    private static final RangeLength TEN = new RangeLength(10);

    private static VideoSplit file(String name, long epoch) {
        return new VideoSplit(
                new StreamRef(name, epoch, "file:///" + name, SourceKind.FILE, ""), name, -1, "");
    }

    private static SplitQueue queue(int readers, VideoSplit... pending) {
        return new SplitQueue(TEN, () -> readers, List.of(pending));
    }

    private static RangeReport longFile(String name, long positions) {
        return new RangeReport(file(name, 1).fileId(), 0, positions);
    }

    private static List<Long> range(VideoSplit split) {
        return List.of(split.range().from(), split.range().to());
    }

    @Test
    void handsOutTheRangesOfALongFileInOrder() {
        SplitQueue queue = queue(2, file("a", 1));
        assertThat(range(queue.assign(0))).containsExactly(0L, SampleRange.END);
        assertThat(queue.assign(1)).isNull();
        assertThat(queue.report(0, longFile("a", 200))).hasValue(50);
        assertThat(range(queue.assign(1))).containsExactly(50L, 100L);
        queue.release(0);
        assertThat(range(queue.assign(0))).containsExactly(100L, 150L);
        queue.release(1);
        VideoSplit last = queue.assign(1);
        assertThat(range(last)).containsExactly(150L, SampleRange.END);
        assertThat(last.resumeAt()).isEqualTo(150);
        assertThat(queue.isDone()).isTrue();
    }

    @Test
    void isNotDoneWhileAFileMayStillBeCut() {
        SplitQueue queue = queue(2, file("a", 1));
        queue.assign(0);
        assertThat(queue.isDone()).isFalse();
        queue.report(0, longFile("a", 0));
        assertThat(queue.isDone()).isTrue();
    }

    @Test
    void isDoneWhenTheFileWasReadBeforeItsReaderSaidAnything() {
        SplitQueue queue = queue(2, file("a", 1));
        queue.assign(0);
        queue.release(0);
        assertThat(queue.isDone()).isTrue();
    }

    @Test
    void leavesAShortFileWhole() {
        SplitQueue queue = queue(2, file("a", 1));
        queue.assign(0);
        assertThat(queue.report(0, longFile("a", 19))).hasValue(SampleRange.END);
        assertThat(queue.isDone()).isTrue();
    }

    @Test
    void leavesFilesWholeForASingleReader() {
        SplitQueue queue = queue(1, file("a", 1));
        queue.assign(0);
        assertThat(queue.isDone()).isTrue();
        assertThat(queue.report(0, longFile("a", 400))).hasValue(SampleRange.END);
    }

    @Test
    void cutsAFileThatIsHalfReadBehindWhatIsRead() {
        SplitQueue queue = queue(2, file("a", 1).resumingAt(37));
        queue.assign(0);
        assertThat(queue.report(0, new RangeReport(file("a", 1).fileId(), 38, 200))).hasValue(50);
        assertThat(range(queue.assign(1))).containsExactly(50L, 100L);
    }

    @Test
    void holdsBackWhatIsTooFarAheadOfTheFirstUnreadRange() {
        SplitQueue queue = queue(2, file("a", 1), file("b", 1));
        queue.assign(0);
        queue.report(0, longFile("a", 1_600));
        for (long from = 80; from < 320; from += 80) {
            assertThat(queue.assign(1).range().from()).isEqualTo(from);
            queue.release(1);
        }
        assertThat(queue.assign(1).stream().streamId()).isEqualTo("b");
        queue.release(1);
        queue.release(0);
        assertThat(queue.assign(0).range().from()).isEqualTo(320);
    }

    @Test
    void holdsBackASecondEpochUntilNoRangeOfTheFirstIsLeft() {
        SplitQueue queue = queue(3, file("a", 1), file("a", 2));
        queue.assign(0);
        queue.report(0, longFile("a", 20));
        assertThat(queue.assign(1).range().from()).isEqualTo(10);
        assertThat(queue.assign(2)).isNull();
        queue.release(0);
        assertThat(queue.assign(0)).isNull();
        queue.release(1);
        assertThat(queue.assign(0).stream().epoch()).isEqualTo(2);
    }

    @Test
    void readsRangesThatCameBackInTheirOrder() {
        SplitQueue queue = queue(4);
        VideoSplit rest = file("a", 1).from(30, 100);
        queue.addBack(rest.before(40));
        queue.addBack(file("a", 1).before(10).resumingAt(4));
        queue.addBack(file("a", 1).from(50, 100));
        queue.addBack(file("a", 1).from(20, 100).before(30));
        assertThat(queue.assign(0).resumeAt()).isEqualTo(4);
        assertThat(queue.assign(1).range().from()).isEqualTo(20);
        assertThat(queue.assign(2).range().from()).isEqualTo(30);
        assertThat(range(queue.assign(3))).containsExactly(50L, 60L);
    }

    @Test
    void cutsAFileAgainThatComesBackAsItWasBeforeTheCut() {
        SplitQueue queue = queue(2, file("a", 1));
        queue.assign(0);
        queue.snapshot(1);
        queue.report(0, longFile("a", 40));
        queue.assign(1);
        queue.completed(1);

        queue.release(0);
        queue.addBack(file("a", 1).resumingAt(-1));
        assertThat(range(queue.assign(0))).containsExactly(0L, 20L);
    }

    @Test
    void remembersACutUntilACheckpointHoldsIt() {
        SplitQueue queue = queue(2, file("a", 1));
        queue.assign(0);
        queue.report(0, longFile("a", 40));
        queue.snapshot(2);
        queue.addBack(file("a", 1));
        assertThat(range(queue.snapshot(3).get(0))).containsExactly(0L, 20L);
        queue.completed(2);
        queue.addBack(file("a", 1));
        assertThat(queue.snapshot(4)).anyMatch(VideoSplit::isUncut);
    }

    @Test
    void cutsNoMoreOffAFileThatHasTurnedOutToEnd() {
        SplitQueue queue = queue(2, file("a", 1));
        queue.assign(0);
        queue.report(0, longFile("a", 1_000_000));
        VideoSplit second = queue.assign(1);
        queue.report(1, new RangeReport(second.splitId(), 100, 0));
        queue.release(1);
        assertThat(range(queue.assign(1))).containsExactly(160L, SampleRange.END);
        assertThat(queue.isDone()).isTrue();
    }

    @Test
    void ignoresAReportOfASplitThatItsReaderNoLongerHas() {
        SplitQueue queue = queue(2, file("a", 1), file("b", 1));
        queue.assign(0);
        assertThat(queue.report(0, longFile("b", 40))).isEmpty();
        assertThat(queue.report(1, longFile("a", 40))).isEmpty();
    }
}
