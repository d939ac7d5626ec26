// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import dev.sightline.video.decode.SampleReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VideoSplitReaderTest {

    private static final StreamRef STREAM =
            new StreamRef("gate", 1, "file:///gate", SourceKind.FILE, "");
    private static final VideoSplit FILE = new VideoSplit(STREAM, "gate", -1, "");
    private static final MediaTime TIME =
            new MediaTime(0, TimeBase.MILLISECONDS, 0, null, WallSource.NONE, 0, Instant.EPOCH);

    /** A stream of two records. */
    private static final class FakeSampleReader implements SampleReader {

        private final Deque<TimelineRecord> records =
                new ArrayDeque<>(
                        List.of(
                                new StreamStarted(STREAM, TIME),
                                new StreamEnded(STREAM, 0, TIME, 0, 0, 0)));
        private final long positions;
        private long end = -1;
        private boolean closed;

        FakeSampleReader(long positions) {
            this.positions = positions;
        }

        @Override
        public TimelineRecord next() {
            return records.poll();
        }

        @Override
        public OptionalLong seekablePositions() {
            return positions == 0 ? OptionalLong.empty() : OptionalLong.of(positions);
        }

        @Override
        public void endAt(long position) {
            end = position;
        }

        @Override
        public Progress progress() {
            return new Progress(0, 0);
        }

        @Override
        public void cancel() {
            throw new UnsupportedOperationException("nobody cancels");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static VideoSplitReader reader(SampleReader opened, long length) {
        return new VideoSplitReader(
                split -> opened,
                new RangeLength(length),
                new ReaderMetrics(UnregisteredMetricsGroup.createOperatorMetricGroup()));
    }

    private static void give(VideoSplitReader reader, VideoSplit split) {
        reader.handleSplitsChanges(new SplitsAddition<>(List.of(split)));
    }

    private static List<Fetched> fetch(VideoSplitReader reader) throws IOException {
        RecordsWithSplitIds<Fetched> records = reader.fetch();
        List<Fetched> fetched = new ArrayList<>();
        while (records.nextSplit() != null) {
            for (Fetched next = records.nextRecordFromSplit();
                    next != null;
                    next = records.nextRecordFromSplit()) {
                fetched.add(next);
            }
        }
        return fetched;
    }

    @Test
    void handsOutNothingOfALongFileBeforeItKnowsItsRange() throws IOException {
        FakeSampleReader opened = new FakeSampleReader(100);
        VideoSplitReader reader = reader(opened, 10);
        give(reader, FILE);
        assertThat(fetch(reader)).containsExactly(new Fetched.Opened(0, 100));
        reader.wakeUp();
        assertThat(fetch(reader)).isEmpty();

        give(reader, FILE.before(10));
        assertThat(opened.end).isEqualTo(10);
        assertThat(fetch(reader)).hasSize(2).allMatch(Fetched.Emitted.class::isInstance);
        assertThat(opened.closed).isTrue();
    }

    @Test
    @Timeout(30)
    void waitsForItsRangeWithoutTurningRound() throws Exception {
        VideoSplitReader reader = reader(new FakeSampleReader(100), 10);
        give(reader, FILE);
        fetch(reader);
        List<Fetched> fetched = new ArrayList<>(List.of(new Fetched.Opened(0, 0)));
        Thread fetcher =
                new Thread(
                        () -> {
                            try {
                                reader.fetch();
                                fetched.clear();
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        fetcher.start();
        fetcher.join(50);
        assertThat(fetcher.isAlive()).isTrue();
        reader.wakeUp();
        fetcher.join();
        assertThat(fetched).isEmpty();
    }

    @Test
    void readsOnIfTheAnswerIsToReadAll() throws IOException {
        FakeSampleReader opened = new FakeSampleReader(100);
        VideoSplitReader reader = reader(opened, 10);
        give(reader, FILE);
        fetch(reader);
        give(reader, FILE);
        assertThat(fetch(reader)).hasSize(2);
        assertThat(opened.end).isEqualTo(-1);
    }

    @Test
    void tellsThatAFileIsNotWorthCuttingAndReadsOn() throws IOException {
        VideoSplitReader reader = reader(new FakeSampleReader(19), 10);
        give(reader, FILE);
        assertThat(fetch(reader)).containsExactly(new Fetched.Opened(0, 0));
        assertThat(fetch(reader)).hasSize(2);
    }

    @Test
    void asksNothingWhereFilesAreLeftWhole() throws IOException {
        VideoSplitReader reader = reader(new FakeSampleReader(100), 0);
        give(reader, FILE);
        assertThat(fetch(reader)).hasSize(2).allMatch(Fetched.Emitted.class::isInstance);
    }

    @Test
    void asksNothingForARange() throws IOException {
        VideoSplitReader reader = reader(new FakeSampleReader(100), 10);
        give(reader, FILE.from(90, 100));
        assertThat(fetch(reader)).hasSize(2).allMatch(Fetched.Emitted.class::isInstance);
    }

    @Test
    void opensNothingOfARangeThatIsRead() throws IOException {
        VideoSplitReader reader = reader(null, 10);
        VideoSplit read = FILE.before(10).resumingAt(12);
        give(reader, read);
        assertThat(reader.fetch().finishedSplits()).containsExactly(read.splitId());
    }
}
