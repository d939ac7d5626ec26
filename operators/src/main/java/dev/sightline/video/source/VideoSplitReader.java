// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.SampleReader;
import java.io.IOException;
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
 *
 * <p>A whole file that is long and seekable is opened and no more: its first record is handed out
 * when the enumerator has said how far to read. So nothing behind a cut was ever emitted.
 */
final class VideoSplitReader implements SplitReader<Fetched, VideoSplit> {

    private static final int BATCH = 4;

    private final SampleReaderFactory factory;
    private final RangeLength length;
    private final ReaderMetrics metrics;
    private final OpenReaders readers;
    private final Deque<VideoSplit> assigned = new ArrayDeque<>();
    private VideoSplit current;
    private SampleReader reader;
    private TimelineRecord first;
    private boolean asked;
    private boolean woken;

    /**
     * @param readers can end a read in progress, for good
     */
    VideoSplitReader(
            SampleReaderFactory factory,
            RangeLength length,
            ReaderMetrics metrics,
            OpenReaders readers) {
        this.factory = factory;
        this.length = length;
        this.metrics = metrics;
        this.readers = readers;
    }

    @Override
    public RecordsWithSplitIds<Fetched> fetch() throws IOException {
        if (asked) {
            awaitWakeUp();
            return nothing();
        }
        if (current == null) {
            current = assigned.poll();
            if (current == null) {
                return nothing();
            }
        }
        if (current.isRead()) {
            return finish(List.of());
        }
        if (!current.problem().isEmpty()) {
            return refuse();
        }
        return reader == null ? open() : read();
    }

    /** The answer comes with a wake-up, since splits are handed over in this thread. */
    private synchronized void awaitWakeUp() throws IOException {
        try {
            while (!woken) {
                wait();
            }
            woken = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a range", e);
        }
    }

    private synchronized boolean takeWakeUp() {
        boolean taken = woken;
        woken = false;
        return taken;
    }

    private RecordsWithSplitIds<Fetched> open() {
        reader = factory.open(current);
        readers.add(reader);
        metrics.started(current, reader);
        first = reader.next();
        if (!length.isOn() || !current.isUncut() || first == null || first.last()) {
            return read();
        }
        long next = first.nextPosition();
        long positions = reader.seekablePositions().orElse(0);
        asked = length.cuts(next, positions);
        return batch(List.of(new Fetched.Opened(next, asked ? positions : 0)), Set.of());
    }

    private RecordsWithSplitIds<Fetched> read() {
        List<Fetched> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && !takeWakeUp()) {
            TimelineRecord next = first == null ? reader.next() : first;
            first = null;
            if (readers.cancelled()) {
                break;
            }
            if (next == null) {
                return finish(batch);
            }
            metrics.count(next);
            batch.add(new Fetched.Emitted(next));
        }
        return batch(batch, Set.of());
    }

    private RecordsWithSplitIds<Fetched> refuse() {
        TimelineRecord failed =
                new StreamFailed(
                        current.stream(),
                        -1,
                        null,
                        StreamFailed.Category.REGISTRATION,
                        current.problem(),
                        0);
        metrics.count(failed);
        return finish(List.of(new Fetched.Emitted(failed)));
    }

    private RecordsWithSplitIds<Fetched> finish(List<Fetched> last) {
        RecordsWithSplitIds<Fetched> records = batch(last, Set.of(current.splitId()));
        closeReader();
        current = null;
        return records;
    }

    private static RecordsWithSplitIds<Fetched> nothing() {
        return new RecordsBySplits<>(Map.of(), Set.of());
    }

    private RecordsWithSplitIds<Fetched> batch(List<Fetched> records, Set<String> finished) {
        return new RecordsBySplits<>(Map.of(current.splitId(), records), finished);
    }

    private void closeReader() {
        if (reader != null) {
            metrics.finished();
            readers.remove(reader);
            reader.close();
            reader = null;
        }
    }

    @Override
    public void handleSplitsChanges(SplitsChange<VideoSplit> change) {
        for (VideoSplit split : change.splits()) {
            if (asked && split.splitId().equals(current.splitId())) {
                decide(split);
            } else {
                assigned.add(split);
            }
        }
    }

    private void decide(VideoSplit split) {
        asked = false;
        current = split;
        if (!split.range().isLast()) {
            reader.endAt(split.range().to());
        }
    }

    /**
     * Ends a fetch after the record in progress, so that the thread takes a split, or an answer,
     * and reads on. To end a read for good there is {@link OpenReaders#cancel}.
     */
    @Override
    public synchronized void wakeUp() {
        woken = true;
        notifyAll();
    }

    @Override
    public void close() {
        closeReader();
    }
}
