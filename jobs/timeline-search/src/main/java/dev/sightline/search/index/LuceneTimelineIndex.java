// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;

/**
 * An index in a folder, by Lucene.
 *
 * <p>Up to {@link IndexSettings#exactLimit} samples of a model, a search goes through vectors that
 * are rounded to bytes and kept in memory, with a bound of each one's error, and decides by the
 * stored floats: the answer is exactly that of a scan of the floats. That takes 1.1 bytes a
 * dimension and 16 more for each sample, some 300 for 256 dimensions, and for a moment twice that
 * for segments that are being merged. Beyond the limit, segments that are written from then on have
 * HNSW graphs, which may miss some and take no such memory; older ones are gone through until they
 * are merged.
 *
 * <p>Events and positions are kept by the same commit. What {@link #write} took is found at once,
 * and committed within {@link IndexSettings#commitEvery} of the last commit if writes go on, or
 * with the end: after a kill, {@link #positions} are those of the last commit, so that what came
 * since is read again, which changes nothing. After an {@code IOException} of a write they are that
 * too: go on reading from there.
 */
public final class LuceneTimelineIndex implements TimelineIndex {

    private static final int LARGEST_LIMIT = 10_000;

    private final StreamCounts counts;
    private final CodeCache codes;
    private final ExecutorService pool;
    private final VectorSearch search;
    private final ChangingIndex index;

    private LuceneTimelineIndex(
            StreamCounts counts,
            CodeCache codes,
            ExecutorService pool,
            VectorSearch search,
            ChangingIndex index) {
        this.counts = counts;
        this.codes = codes;
        this.pool = pool;
        this.search = search;
        this.index = index;
    }

    /**
     * Opens an index, or makes one.
     *
     * @param folder of its own
     * @throws IOException if the folder holds something else, another process has it open, or the
     *     index is broken; the message says what to do
     */
    public static LuceneTimelineIndex open(Path folder, IndexSettings settings) throws IOException {
        IndexFolder place = new IndexFolder(folder);
        return open(place, place.open(), settings);
    }

    static LuceneTimelineIndex open(IndexFolder folder, Directory directory, IndexSettings settings)
            throws IOException {
        ExecutorService pool =
                Executors.newFixedThreadPool(settings.threads(), Upkeep.named("search"));
        try {
            // Before anything else is read, as the counts say what is needed of it.
            StreamCounts counts = TimelineReader.count(directory);
            Predicate<VectorField> many = field -> counts.vectors(field) > settings.exactLimit();
            CodeCache codes = new CodeCache(many);
            IndexStore store = new IndexStore(directory, new TimelineCodec(many), codes, pool);
            return new LuceneTimelineIndex(
                    counts,
                    codes,
                    pool,
                    new VectorSearch(codes, new ExactScan(pool, settings.threads())),
                    new ChangingIndex(folder, store, counts, settings.commitEvery()));
        } catch (IOException | RuntimeException e) {
            pool.shutdown();
            directory.close();
            throw folder.explained(e);
        }
    }

    @Override
    public void write(List<TimelineEvent> events, Map<TopicPosition, Long> positions)
            throws IOException {
        index.write(events, positions);
    }

    @Override
    public Map<TopicPosition, Long> positions() {
        return index.positions();
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
        return index.readStill(
                searcher -> {
                    Optional<EpochCounts> counted = counts.epoch(streamId, epoch);
                    return counted.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new TimelineReader(searcher).timeline(counted.get()));
                });
    }

    @Override
    public List<Scene> scenes(String streamId, long epoch) throws IOException {
        return index.readStill(
                searcher -> {
                    Optional<EpochCounts> counted = counts.epoch(streamId, epoch);
                    return counted.isEmpty()
                            ? List.of()
                            : new TimelineReader(searcher).scenes(counted.get());
                });
    }

    @Override
    public Optional<StreamRef> streamRef(String streamId, long epoch) throws IOException {
        return index.readStill(searcher -> counts.epoch(streamId, epoch).map(EpochCounts::stream));
    }

    @Override
    public Map<String, Integer> models() {
        return counts.models();
    }

    @Override
    public List<ScoredSample> nearest(String digest, float[] vector, SampleFilter filter, int limit)
            throws IOException {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("limit has to be 1 to " + LARGEST_LIMIT);
        }
        VectorField field = new VectorField(digest, vector.length);
        Query query = Filters.of(filter);
        return index.read(searcher -> search.nearest(searcher, field, vector, query, limit));
    }

    @Override
    public long count(String digest, SampleFilter filter) throws IOException {
        VectorField field = field(digest);
        if (field == null) {
            return 0;
        }
        Query samples = Filters.samples(field, filter);
        return index.read(searcher -> (long) searcher.count(samples));
    }

    @Override
    public void forEach(String digest, SampleFilter filter, Consumer<IndexedSample> visitor)
            throws IOException {
        VectorField field = field(digest);
        if (field == null) {
            return;
        }
        Query query = Filters.of(filter);
        List<String> epochs = counts.epochs(filter);
        index.<Void>read(
                searcher -> {
                    for (String epoch : epochs) {
                        new TimelineReader(searcher).samples(epoch, field, query, visitor);
                    }
                    return null;
                });
    }

    @Override
    public long forSome(
            String digest, SampleFilter filter, int oneIn, Consumer<IndexedSample> visitor)
            throws IOException {
        VectorField field = field(digest);
        if (field == null) {
            return 0;
        }
        Query samples = Filters.samples(field, filter);
        return index.read(searcher -> new TimelineReader(searcher).some(samples, oneIn, visitor));
    }

    /** Of a model; null if there are no samples of it. */
    private VectorField field(String digest) {
        Integer dimension = counts.models().get(digest);
        return dimension == null ? null : new VectorField(digest, dimension);
    }

    @Override
    public Optional<IndexedSample> sample(String id) throws IOException {
        return index.read(searcher -> new KeyLookup(searcher).find(EventKind.SAMPLE.key(id), true))
                .map(IndexedSample.class::cast);
    }

    @Override
    public Optional<TimelineEvent> event(String id) throws IOException {
        return index.read(searcher -> new TimelineReader(searcher).event(id));
    }

    @Override
    public Optional<String> picture(String id) throws IOException {
        return index.read(searcher -> new TimelineReader(searcher).picture(id));
    }

    @Override
    public void delete(Set<String> streamIds) throws IOException {
        index.delete(Filters.streams(streamIds));
    }

    @Override
    public long deleteOlderThan(Map<Instant, Set<String>> limits) throws IOException {
        return index.expire(Filters.olderThan(limits));
    }

    /** Vectors that are held in memory. */
    long vectorsInMemory() {
        return codes.size();
    }

    @Override
    public void close() throws IOException {
        try {
            index.close();
        } finally {
            pool.shutdown();
        }
    }
}
