// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;

/**
 * An index in a folder, by Lucene.
 *
 * <p>Up to {@link IndexSettings#exactLimit} samples of a model, a search goes through vectors that
 * are rounded to bytes and kept in memory, with a bound of each one's error, and decides by the
 * stored floats: the answer is exactly that of a scan of the floats. That takes a dimension's
 * number of bytes and 12 more for each sample, so 268 for 256 dimensions, and for a moment twice
 * that for segments that are being merged. Beyond the limit, segments that are written from then on
 * have HNSW graphs, which may miss some and take no such memory; older ones are gone through until
 * they are merged.
 *
 * <p>Events and positions are kept by the same commit. What {@link #write} took is found at once,
 * and committed within {@link IndexSettings#commitEvery} of the last commit if writes go on, or
 * with the end: after a kill, {@link #positions} are those of the last commit, so that what came
 * since is read again, which changes nothing. After an {@code IOException} of a write they are that
 * too: go on reading from there.
 */
public final class LuceneTimelineIndex implements TimelineIndex {

    private static final int LARGEST_LIMIT = 10_000;

    private final IndexFolder folder;
    private final IndexSettings settings;
    private final StreamCounts counts = new StreamCounts();
    private final ReadWriteLock changing = new ReentrantReadWriteLock();
    private final Upkeep upkeep = new Upkeep();
    private final ExecutorService pool;
    private final VectorSearch search;
    private final CodeCache codes;
    private final IndexStore store;
    private boolean closed;

    private LuceneTimelineIndex(IndexFolder folder, Directory directory, IndexSettings settings)
            throws IOException {
        this.folder = folder;
        this.settings = settings;
        counts.become(counted(directory));
        pool = Executors.newFixedThreadPool(settings.threads(), Upkeep.named("search"));
        codes = new CodeCache(this::isMany);
        search = new VectorSearch(codes, new ExactScan(pool, settings.threads()));
        store = new IndexStore(directory, new TimelineCodec(this::isMany), codes, pool);
    }

    /**
     * Opens an index, or makes one.
     *
     * @param folder of its own
     * @throws IOException if the folder holds something else, another process has it open, or the
     *     index is broken; the message says what to do
     */
    public static LuceneTimelineIndex open(Path folder, IndexSettings settings)
            throws IOException {
        IndexFolder place = new IndexFolder(folder);
        Directory directory = place.open();
        LuceneTimelineIndex index = null;
        try {
            index = new LuceneTimelineIndex(place, directory, settings);
            index.purgeIfNeeded();
            return index;
        } catch (IOException | RuntimeException e) {
            if (index != null) {
                index.store.close();
            }
            directory.close();
            throw place.explained(e);
        }
    }

    /** Before anything else is read, as the counts say what is needed of it. */
    private static StreamCounts counted(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return new StreamCounts();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return TimelineReader.count(new IndexSearcher(reader));
        }
    }

    private boolean isMany(VectorField field) {
        return counts.vectors(field) > settings.exactLimit();
    }

    @Override
    public synchronized void write(List<TimelineEvent> events, Map<TopicPosition, Long> positions)
            throws IOException {
        change(
                () -> {
                    NewestEvents newest = with(searcher -> NewestEvents.of(events, searcher));
                    store.update(newest.byKey(), positions);
                    if (!events.isEmpty()) {
                        publish(() -> count(newest));
                    }
                    store.commitIfDue(settings.commitEvery());
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

    /** After a failure nothing is kept that the disk did not keep. */
    private void change(Upkeep.Work work) throws IOException {
        checkOpen();
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            try {
                store.reset();
                recount();
            } catch (IOException | RuntimeException again) {
                e.addSuppressed(again);
            }
            throw folder.explained(e);
        }
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

    private void recount() throws IOException {
        publish(() -> counts.become(with(TimelineReader::count)));
    }

    /** Something that is read. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Reading<T> reading) throws IOException {
        IndexSearcher searcher = store.acquire();
        try {
            return reading.read(searcher);
        } finally {
            store.release(searcher);
        }
    }

    @Override
    public synchronized Map<TopicPosition, Long> positions() {
        return store.positions();
    }

    @Override
    public List<StreamSummary> streams() {
        return counts.summaries();
    }

    @Override
    public Optional<StreamSummary> stream(String streamId) {
        return counts.summary(streamId);
    }

    @Override
    public Optional<Timeline> timeline(String streamId, long epoch) throws IOException {
        changing.readLock().lock();
        try {
            Optional<EpochCounts> counted = counts.epoch(streamId, epoch);
            return counted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            with(searcher -> new TimelineReader(searcher).timeline(counted.get())));
        } finally {
            changing.readLock().unlock();
        }
    }

    @Override
    public Map<String, Integer> models() {
        return counts.models();
    }

    @Override
    public List<ScoredSample> nearest(
            String digest, float[] vector, SampleFilter filter, int limit) throws IOException {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("limit has to be 1 to " + LARGEST_LIMIT);
        }
        VectorField field = new VectorField(digest, vector.length);
        Query query = Filters.of(filter);
        return with(searcher -> search.nearest(searcher, field, vector, query, limit));
    }

    @Override
    public void forEach(String digest, SampleFilter filter, Consumer<IndexedSample> visitor)
            throws IOException {
        Integer dimension = counts.models().get(digest);
        if (dimension == null) {
            return;
        }
        VectorField field = new VectorField(digest, dimension);
        Query query = Filters.of(filter);
        List<String> epochs = counts.epochs(filter.streams());
        this.<Void>with(
                searcher -> {
                    for (String epoch : epochs) {
                        new TimelineReader(searcher).samples(epoch, field, query, visitor);
                    }
                    return null;
                });
    }

    @Override
    public Optional<IndexedSample> sample(String id) throws IOException {
        return with(searcher -> new KeyLookup(searcher).find(EventKind.SAMPLE.key(id), true))
                .map(IndexedSample.class::cast);
    }

    @Override
    public Optional<String> picture(String id) throws IOException {
        return with(searcher -> new TimelineReader(searcher).picture(id));
    }

    @Override
    public synchronized void delete(Set<String> streamIds) throws IOException {
        delete(Filters.streams(streamIds));
    }

    @Override
    public synchronized long deleteOlderThan(Instant limit, Set<String> streamIds)
            throws IOException {
        return delete(Filters.olderThan(limit, streamIds));
    }

    private long delete(Query query) throws IOException {
        checkOpen();
        long count = with(searcher -> (long) searcher.count(query));
        if (count > 0) {
            change(
                    () -> {
                        store.delete(query);
                        store.commit();
                        recount();
                    });
            purgeIfNeeded();
        }
        return count;
    }

    private void purgeIfNeeded() {
        if (store.isPurging()) {
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

    /** Vectors that are held in memory. */
    long vectorsInMemory() {
        return codes.size();
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("the index in " + folder.path() + " is closed");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        upkeep.close();
        try {
            store.commit();
        } catch (IOException | RuntimeException e) {
            throw folder.explained(e);
        } finally {
            store.close();
            pool.shutdown();
        }
    }
}
