// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.SampleReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;

/**
 * Reads splits one after the other in the fetcher's thread. Batches are small because Flink queues
 * some of them and each sample carries its pixels.
 */
final class VideoSplitReader implements SplitReader<TimelineRecord, VideoSplit> {

    private static final int BATCH = 4;

    private final SampleReaderFactory factory;
    private final ReaderMetrics metrics;
    private final Deque<VideoSplit> assigned = new ArrayDeque<>();
    private VideoSplit current;
    private SampleReader reader;
    private volatile boolean woken;

    VideoSplitReader(SampleReaderFactory factory, ReaderMetrics metrics) {
        this.factory = factory;
        this.metrics = metrics;
    }

    @Override
    public RecordsWithSplitIds<TimelineRecord> fetch() {
        if (current == null) {
            current = assigned.poll();
            if (current == null) {
                return new RecordsBySplits<>(Map.of(), Set.of());
            }
        }
        if (current.resumeAt() == VideoSplit.READ) {
            return finish(List.of());
        }
        return current.problem().isEmpty() ? read() : refuse();
    }

    private RecordsWithSplitIds<TimelineRecord> read() {
        if (reader == null) {
            reader = factory.open(current);
            metrics.started(current, reader);
        }
        List<TimelineRecord> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && !woken) {
            TimelineRecord next = reader.next();
            if (next == null) {
                return finish(batch);
            }
            metrics.count(next);
            batch.add(next);
        }
        woken = false;
        return new RecordsBySplits<>(Map.of(current.splitId(), batch), Set.of());
    }

    private RecordsWithSplitIds<TimelineRecord> refuse() {
        TimelineRecord failed =
                new StreamFailed(
                        current.stream(),
                        -1,
                        null,
                        StreamFailed.Category.REGISTRATION,
                        current.problem(),
                        0);
        metrics.count(failed);
        return finish(List.of(failed));
    }

    private RecordsWithSplitIds<TimelineRecord> finish(List<TimelineRecord> last) {
        String splitId = current.splitId();
        closeReader();
        current = null;
        return new RecordsBySplits<>(Map.of(splitId, last), Set.of(splitId));
    }

    private void closeReader() {
        if (reader != null) {
            metrics.finished();
            reader.close();
            reader = null;
        }
    }

    @Override
    public void handleSplitsChanges(SplitsChange<VideoSplit> change) {
        assigned.addAll(change.splits());
    }

    /** Ends a fetch after the record in progress; local reads do not block for long. */
    @Override
    public void wakeUp() {
        woken = true;
    }

    @Override
    public void close() {
        closeReader();
    }
}
