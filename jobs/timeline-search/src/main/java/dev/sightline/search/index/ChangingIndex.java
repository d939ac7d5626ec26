// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Documents and counts as they change together. Writers come one after the other; readers see the
 * documents of one moment, and with {@link #readStill} the counts of the same.
 */
final class ChangingIndex {

    /** To take deleted documents out, segments are merged that have few of them, too. */
    private static final long BETWEEN_PURGES_NANOS = Duration.ofDays(1).toNanos();

    private final IndexFolder folder;
    private final IndexStore store;
    private final StreamCounts counts;
    private final Duration commitEvery;
    private final ReadWriteLock changing = new ReentrantReadWriteLock();
    private final Upkeep upkeep = new Upkeep();
    private Long purged;
    private boolean closed;

    ChangingIndex(IndexFolder folder, IndexStore store, StreamCounts counts, Duration commitEvery) {
        this.folder = folder;
        this.store = store;
        this.counts = counts;
        this.commitEvery = commitEvery;
        purgeIfNeeded();
    }

    /** Something that is read. */
    @FunctionalInterface
    interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = store.acquire();
        try {
            return reading.read(searcher);
        } finally {
            store.release(searcher);
        }
    }

    /** Reads documents and counts of one moment. */
    <T> T readStill(Reading<T> reading) throws IOException {
        changing.readLock().lock();
        try {
            return read(reading);
        } finally {
            changing.readLock().unlock();
        }
    }

    synchronized Map<TopicPosition, Long> positions() {
        return store.positions();
    }

    synchronized void write(List<TimelineEvent> events, Map<TopicPosition, Long> positions)
            throws IOException {
        change(
                () -> {
                    NewestEvents newest = read(searcher -> NewestEvents.of(events, searcher));
                    store.update(newest.byKey(), positions);
                    if (!newest.byKey().isEmpty()) {
                        publish(() -> count(newest));
                    }
                    store.commitIfDue(commitEvery);
                });
    }

    private void count(NewestEvents newest) {
        newest.byKey()
                .forEach(
                        (key, event) -> {
                            int dimension =
                                    event instanceof IndexedSample indexed
                                            ? indexed.sample().vector().length
                                            : 0;
                            counts.add(event, !newest.known().contains(key), dimension);
                        });
    }

    /** Deletes documents, and says how many; they leave the disk in the background at once. */
    synchronized long delete(Query query) throws IOException {
        long count = remove(query);
        if (count > 0) {
            purgeIfNeeded();
        }
        return count;
    }

    /** The same for what goes little by little: it leaves the disk within about a day. */
    synchronized long expire(Query query) throws IOException {
        long count = remove(query);
        if (purged == null || System.nanoTime() - purged >= BETWEEN_PURGES_NANOS) {
            purgeIfNeeded();
        }
        return count;
    }

    private long remove(Query query) throws IOException {
        checkOpen();
        long count = read(searcher -> (long) searcher.count(query));
        if (count > 0) {
            change(
                    () -> {
                        store.delete(query);
                        store.commit();
                        recount();
                    });
        }
        return count;
    }

    private void purgeIfNeeded() {
        if (store.isPurging()) {
            purged = System.nanoTime();
            upkeep.start(this::purge);
        }
    }

    /** Reading and writing go on meanwhile; a deletion that comes meanwhile purges again. */
    private void purge() throws IOException {
        long deletions = store.deletions();
        store.writer().forceMergeDeletes(true);
        synchronized (this) {
            if (!closed && deletions == store.deletions()) {
                change(
                        () -> {
                            store.purged();
                            publish(() -> {});
                            store.commit();
                        });
            }
        }
    }

    /** After a failure nothing is kept that the disk did not keep. */
    private void change(Upkeep.Work work) throws IOException {
        checkOpen();
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            try {
                store.reset();
                recount();
                purgeIfNeeded();
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw explained(e);
        }
    }

    private IOException explained(Exception failure) {
        if (failure instanceof RuntimeException bug && !(bug instanceof AlreadyClosedException)) {
            throw bug;
        }
        return folder.explained(failure);
    }

    /** Lets everybody see what was written and counted at once. */
    private void publish(Upkeep.Work counting) throws IOException {
        changing.writeLock().lock();
        try {
            store.refresh();
            counting.run();
        } finally {
            changing.writeLock().unlock();
        }
    }

    /** Readers wait only while what was counted takes the place of the counts before. */
    private void recount() throws IOException {
        StreamCounts counted = store.readLatest(TimelineReader::count);
        publish(() -> counts.become(counted));
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("the index in " + folder.path() + " is closed");
        }
    }

    /** Keeps what was written; without effect a second time. */
    synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        upkeep.close();
        try {
            store.commit();
        } catch (IOException | RuntimeException e) {
            throw explained(e);
        } finally {
            store.close();
        }
    }
}
