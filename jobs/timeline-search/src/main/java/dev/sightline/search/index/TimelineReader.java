// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredSample;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;

/** Reads events in the order of time. */
final class TimelineReader {

    private static final Comparator<TimelineEvent> BY_TIME =
            Comparator.comparingLong(TimelineReader::mediaMs).thenComparing(TimelineEvent::id);

    private final IndexSearcher searcher;

    TimelineReader(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Shows an event's place. */
    @FunctionalInterface
    private interface Visitor {
        void visit(LeafReaderContext leaf, EventReader reader, int document) throws IOException;
    }

    /** A sample that is to be shown in its turn. */
    private record Place(LeafReaderContext leaf, int document, long mediaMs, long k) {}

    private static long mediaMs(TimelineEvent event) {
        if (event instanceof MatchEvent match) {
            return match.start().mediaMs();
        }
        MediaTime time = EventDocument.timeOf(event);
        return time == null ? 0 : time.mediaMs();
    }

    /** The scenes of an epoch; they are kept until something is written of it. */
    List<Scene> scenes(EpochCounts epoch) throws IOException {
        List<Scene> scenes = epoch.scenes();
        if (scenes == null) {
            scenes = Scenes.of(epoch, only(events(epoch, EventKind.SCENE), SceneEvent.class));
            epoch.keep(scenes);
        }
        return scenes;
    }

    private List<TimelineEvent> events(EpochCounts epoch, EventKind... kinds) throws IOException {
        List<TimelineEvent> events = new ArrayList<>();
        visit(
                Filters.epoch(Epochs.name(epoch.stream()), kinds).build(),
                (leaf, reader, document) -> events.add(reader.withoutVector(document)));
        events.sort(BY_TIME);
        return events;
    }

    Timeline timeline(EpochCounts epoch) throws IOException {
        List<TimelineEvent> events =
                events(epoch, EventKind.SCENE, EventKind.MATCH, EventKind.STATUS);
        List<SceneEvent> changes = only(events, SceneEvent.class);
        return new Timeline(
                epoch.stream(),
                epoch.endMs(),
                Scenes.of(epoch, changes),
                changes,
                only(events, MatchEvent.class),
                only(events, StatusEvent.class));
    }

    private static <T> List<T> only(List<TimelineEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Shows the samples of one epoch by time; a vector is only good during the call. */
    void samples(String epoch, VectorField field, Query filter, Consumer<IndexedSample> visitor)
            throws IOException {
        BooleanQuery.Builder wanted = Filters.epoch(epoch, EventKind.SAMPLE);
        if (filter != null) {
            wanted.add(filter, Occur.FILTER);
        }
        List<Place> places = new ArrayList<>();
        visit(
                wanted.build(),
                (leaf, reader, document) -> note(places, field, leaf, reader, document));
        places.sort(Comparator.comparingLong(Place::mediaMs).thenComparingLong(Place::k));
        List<EventReader> readers =
                searcher.getIndexReader().leaves().stream().map(EventReader::new).toList();
        for (Place place : places) {
            visitor.accept(readers.get(place.leaf().ord).lent(place.document()));
        }
    }

    private static void note(
            List<Place> places,
            VectorField field,
            LeafReaderContext leaf,
            EventReader reader,
            int document)
            throws IOException {
        IndexedSample sample = (IndexedSample) reader.withoutVector(document);
        if (sample.sample().digest().equals(field.digest())
                && reader.dimension() == field.dimension()) {
            StoredSample stored = sample.sample();
            // Not its id, which would take twice as much as all the rest.
            places.add(new Place(leaf, document, stored.time().mediaMs(), stored.k()));
        }
    }

    /** Shows about one in so many of some samples; a vector is only good during the call. */
    long some(Query samples, int oneIn, Consumer<IndexedSample> visitor) throws IOException {
        Random chance = new Random(oneIn);
        AtomicLong shown = new AtomicLong();
        visit(
                samples,
                (leaf, reader, document) -> {
                    if (chance.nextInt(oneIn) == 0) {
                        visitor.accept(reader.lent(document));
                        shown.incrementAndGet();
                    }
                });
        return shown.get();
    }

    /** Counts everything; there may be no index in the directory yet. */
    static StreamCounts count(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return new StreamCounts();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return count(new IndexSearcher(reader));
        }
    }

    /** Counts everything. */
    static StreamCounts count(IndexSearcher searcher) throws IOException {
        StreamCounts counts = new StreamCounts();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            EventReader reader = new EventReader(leaf);
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                if (live == null || live.get(i)) {
                    TimelineEvent event = reader.withoutVector(i);
                    counts.add(event, true, reader.dimension());
                }
            }
        }
        return counts;
    }

    /** The picture of the sample, the change or the match of an id. */
    Optional<String> picture(String id) throws IOException {
        KeyLookup lookup = new KeyLookup(searcher);
        for (EventKind kind : EventKind.VALUES) {
            Optional<String> picture =
                    lookup.find(kind.key(id), false).map(TimelineReader::picture);
            if (picture.isPresent()) {
                return picture;
            }
        }
        return Optional.empty();
    }

    /** The change or the match of an id. */
    Optional<TimelineEvent> event(String id) throws IOException {
        KeyLookup lookup = new KeyLookup(searcher);
        Optional<TimelineEvent> match = lookup.find(EventKind.MATCH.key(id), false);
        return match.isPresent() ? match : lookup.find(EventKind.SCENE.key(id), false);
    }

    private static String picture(TimelineEvent event) {
        if (event instanceof IndexedSample sample) {
            return sample.sample().picture();
        } else if (event instanceof SceneEvent scene) {
            return scene.picture();
        }
        return event instanceof MatchEvent match ? match.picture() : null;
    }

    private void visit(Query query, Visitor visitor) throws IOException {
        Weight weight = Filters.weight(searcher, query);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            EventReader reader = new EventReader(leaf);
            DocIdSetIterator documents = scorer.iterator();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(documents.docID())) {
                    visitor.visit(leaf, reader, documents.docID());
                }
            }
        }
    }
}
