// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.TimelineEvent;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;

/**
 * What is on the disk, and what is about to be: a commit holds the documents and the positions that
 * belong to them. Writers come one at a time.
 */
final class IndexStore implements Closeable {

    private static final String POSITION = "position ";
    private static final String PURGE = "purge";
    private static final double MEMORY_MB = 64;

    private final Directory directory;
    private final TimelineCodec codec;
    private final CodeCache codes;
    private final Executor pool;
    private final Map<TopicPosition, Long> positions = new HashMap<>();
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;
    private long committed;
    private boolean changed;
    private volatile long deletions;
    private volatile boolean purging;

    IndexStore(Directory directory, TimelineCodec codec, CodeCache codes, Executor pool)
            throws IOException {
        this.directory = directory;
        this.codec = codec;
        this.codes = codes;
        this.pool = pool;
        open();
        try {
            commit();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        IndexWriter opened = new IndexWriter(directory, config());
        try {
            read(opened.getLiveCommitData());
            SearcherManager before = searchers;
            searchers = new SearcherManager(opened, new Warming());
            writer = opened;
            if (before != null) {
                before.close();
            }
        } catch (IOException | RuntimeException e) {
            opened.rollback();
            throw e;
        }
    }

    private IndexWriterConfig config() {
        // Deleted documents are to leave the disk, however few there are in a segment.
        TieredMergePolicy merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig()
                .setCodec(codec)
                .setRAMBufferSizeMB(MEMORY_MB)
                .setMergePolicy(merges)
                .setMergeScheduler(new ToldMerges())
                .setCommitOnClose(false)
                .setMergedSegmentWarmer(codes::warm);
    }

    private void read(Iterable<Map.Entry<String, String>> commit) {
        positions.clear();
        changed = false;
        purging = false;
        if (commit == null) {
            return;
        }
        for (Map.Entry<String, String> entry : commit) {
            if (entry.getKey().startsWith(POSITION)) {
                String[] parts = entry.getKey().split(" ");
                positions.put(
                        new TopicPosition(parts[1], Integer.parseInt(parts[2])),
                        Long.parseLong(entry.getValue()));
            }
            purging |= entry.getKey().equals(PURGE);
        }
    }

    /** Reads the codes of new segments before a search sees them. */
    private final class Warming extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous)
                throws IOException {
            for (LeafReaderContext leaf : reader.leaves()) {
                codes.warm(leaf.reader());
            }
            return new IndexSearcher(reader, pool);
        }
    }

    IndexSearcher acquire() throws IOException {
        while (true) {
            SearcherManager now = searchers;
            try {
                return now.acquire();
            } catch (AlreadyClosedException e) {
                if (now == searchers) {
                    throw new IOException("the index is closed", e);
                }
            }
        }
    }

    void release(IndexSearcher searcher) throws IOException {
        searcher.getIndexReader().decRef();
    }

    Map<TopicPosition, Long> positions() {
        return Map.copyOf(positions);
    }

    void update(Map<String, TimelineEvent> events, Map<TopicPosition, Long> read)
            throws IOException {
        Instant now = Instant.now();
        for (Map.Entry<String, TimelineEvent> event : events.entrySet()) {
            writer.updateDocument(
                    new Term(EventDocument.KEY, event.getKey()),
                    EventDocument.of(event.getValue(), now));
        }
        changed |= !events.isEmpty() || !positions.entrySet().containsAll(read.entrySet());
        positions.putAll(read);
    }

    void delete(Query query) throws IOException {
        writer.deleteDocuments(query);
        purging = true;
        deletions++;
    }

    /** How often something was deleted. */
    long deletions() {
        return deletions;
    }

    /** Reads what was written, whether searches see it yet or not. */
    <T> T readLatest(ChangingIndex.Reading<T> reading) throws IOException {
        try (DirectoryReader latest = DirectoryReader.open(writer)) {
            return reading.read(new IndexSearcher(latest));
        }
    }

    /** Lets searches see what was written. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes the disk keep what was written, if it did not for some time. */
    void commitIfDue(Duration every) throws IOException {
        if (changed && System.nanoTime() - committed >= every.toNanos()) {
            commit();
        }
    }

    void commit() throws IOException {
        Map<String, String> data = new TreeMap<>();
        data.put(IndexFolder.MARK, IndexFolder.VERSION);
        positions.forEach(
                (from, offset) ->
                        data.put(
                                POSITION + from.topic() + ' ' + from.partition(),
                                Long.toString(offset)));
        if (purging) {
            data.put(PURGE, "");
        }
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        committed = System.nanoTime();
        changed = false;
    }

    /** Whether deleted documents may still be on the disk. */
    boolean isPurging() {
        return purging;
    }

    void purged() {
        purging = false;
    }

    /** For what takes long, and is safe beside other writers. */
    IndexWriter writer() {
        return writer;
    }

    /** Goes back to what the disk has kept, after a failure. */
    void reset() throws IOException {
        writer.rollback();
        open();
    }

    /** Ends without a commit. */
    @Override
    public void close() throws IOException {
        try (Directory closed = directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
