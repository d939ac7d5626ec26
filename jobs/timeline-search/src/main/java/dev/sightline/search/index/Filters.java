// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Filters as Lucene's queries. */
final class Filters {

    private Filters() {}

    /** What a filter asks for; null where it asks for nothing. */
    static Query of(SampleFilter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (filter.epoch() != null) {
            String streamId = filter.streams().iterator().next();
            all.add(inEpoch(Epochs.name(streamId, filter.epoch())), Occur.FILTER);
        } else if (!filter.streams().isEmpty()) {
            all.add(streams(filter.streams()), Occur.FILTER);
        }
        if (filter.from() != null || filter.to() != null) {
            long from = filter.from() == null ? Long.MIN_VALUE : roundedUp(filter.from());
            long to = filter.to() == null ? Long.MAX_VALUE : roundedUp(filter.to()) - 1;
            all.add(LongPoint.newRangeQuery(EventDocument.WALL, from, to), Occur.FILTER);
        }
        if (filter.fromMs() > 0 || filter.toMs() < Long.MAX_VALUE) {
            long from = filter.fromMs() > 0 ? filter.fromMs() : Long.MIN_VALUE;
            long to = filter.toMs() == Long.MAX_VALUE ? Long.MAX_VALUE : filter.toMs() - 1;
            all.add(LongPoint.newRangeQuery(EventDocument.MEDIA, from, to), Occur.FILTER);
        }
        BooleanQuery query = all.build();
        return query.clauses().isEmpty() ? null : query;
    }

    /** Times in the index are whole milliseconds. */
    private static long roundedUp(Instant time) {
        return time.plusNanos(999_999).toEpochMilli();
    }

    static Query streams(Set<String> ids) {
        return new TermInSetQuery(EventDocument.STREAM, ids.stream().map(BytesRef::new).toList());
    }

    /** The samples of a field that a filter asks for. */
    static Query samples(VectorField field, SampleFilter filter) {
        Query all = new FieldExistsQuery(field.fieldName());
        Query some = of(filter);
        return some == null
                ? all
                : new BooleanQuery.Builder().add(all, Occur.FILTER).add(some, Occur.FILTER).build();
    }

    /** All of an epoch, of a kind and perhaps of a field. */
    static BooleanQuery.Builder epoch(String name, EventKind... kinds) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (EventKind kind : kinds) {
            any.add(new TermQuery(new Term(EventDocument.KIND, kind.name())), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(inEpoch(name), Occur.FILTER)
                .add(any.build(), Occur.FILTER);
    }

    private static Query inEpoch(String name) {
        return new TermQuery(new Term(EventDocument.EPOCH, name));
    }

    /** What is older than any of some moments, each with the streams that it is for. */
    static Query olderThan(Map<Instant, Set<String>> limits) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        limits.forEach((limit, streamIds) -> any.add(olderThan(limit, streamIds), Occur.SHOULD));
        return any.build();
    }

    private static Query olderThan(Instant limit, Set<String> streamIds) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(
                LongPoint.newRangeQuery(EventDocument.AGE, Long.MIN_VALUE, roundedUp(limit) - 1),
                Occur.FILTER);
        if (!streamIds.isEmpty()) {
            all.add(streams(streamIds), Occur.FILTER);
        }
        return all.build();
    }

    static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** The documents of a segment that are there and pass; null if all do. */
    static Bits accepted(Weight weight, LeafReaderContext leaf) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        if (weight == null) {
            return live;
        }
        FixedBitSet accepted = new FixedBitSet(leaf.reader().maxDoc());
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
            DocIdSetIterator documents = scorer.iterator();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(documents.docID())) {
                    accepted.set(documents.docID());
                }
            }
        }
        return accepted;
    }
}
