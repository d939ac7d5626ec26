// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.index.Candidates.Part;
import dev.sightline.search.timeline.IndexedSample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Finds the nearest samples: through all vectors of a segment, or where a model has many through
 * its graph. Either way the stored vectors decide.
 */
final class VectorSearch {

    /** Graphs are asked for more than is wanted, as they miss fewer then. */
    private static final int AT_LEAST = 100;

    private static final Comparator<ScoredSample> NEAREST_FIRST =
            Comparator.comparingDouble(ScoredSample::cosine)
                    .reversed()
                    .thenComparing(scored -> scored.sample().id());

    private final CodeCache codes;
    private final ExactScan scan;

    VectorSearch(CodeCache codes, ExactScan scan) {
        this.codes = codes;
        this.scan = scan;
    }

    List<ScoredSample> nearest(
            IndexSearcher searcher, VectorField field, float[] vector, Query filter, int limit)
            throws IOException {
        RoundedQuery query = new RoundedQuery(vector);
        List<Hit> found = scan.candidates(parts(searcher, field, filter), query, limit);
        if (hasGraph(searcher, field)) {
            found.addAll(inGraphs(searcher, field, vector, filter, limit));
        }
        return nearest(scored(found, field, query), limit);
    }

    private List<Part> parts(IndexSearcher searcher, VectorField field, Query filter)
            throws IOException {
        Weight weight = filter == null ? null : Filters.weight(searcher, filter);
        List<Part> parts = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (isScanned(leaf, field)) {
                Bits accepted = Filters.accepted(weight, leaf);
                for (CodeBlock block : codes.of(leaf.reader(), field)) {
                    parts.add(new Part(leaf, block, accepted));
                }
            }
        }
        return parts;
    }

    private boolean isScanned(LeafReaderContext leaf, VectorField field) {
        FieldInfo info = leaf.reader().getFieldInfos().fieldInfo(field.fieldName());
        return info != null && codes.isScanned(info);
    }

    private boolean hasGraph(IndexSearcher searcher, VectorField field) {
        return searcher.getIndexReader().leaves().stream()
                .map(leaf -> leaf.reader().getFieldInfos().fieldInfo(field.fieldName()))
                .anyMatch(info -> info != null && !codes.isScanned(info));
    }

    private List<Hit> inGraphs(
            IndexSearcher searcher, VectorField field, float[] vector, Query filter, int limit)
            throws IOException {
        int wanted = Math.max(2 * limit, AT_LEAST);
        Query graphs = new KnnFloatVectorQuery(field.fieldName(), vector, wanted, filter);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : searcher.search(graphs, wanted).scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
            // With a filter that leaves little, Lucene goes through segments without a graph too.
            if (!isScanned(leaf, field)) {
                hits.add(new Hit(leaf, found.doc - leaf.docBase, Double.NaN));
            }
        }
        return hits;
    }

    private static List<Hit> scored(List<Hit> hits, VectorField field, RoundedQuery query)
            throws IOException {
        hits.sort(
                Comparator.comparingInt((Hit hit) -> hit.leaf().ord)
                        .thenComparingInt(Hit::document));
        Map<LeafReaderContext, EventReader> readers = new HashMap<>();
        List<Hit> scored = new ArrayList<>();
        for (Hit hit : hits) {
            EventReader reader = readers.computeIfAbsent(hit.leaf(), EventReader::new);
            double cosine = query.exact(reader.vector(field, hit.document()));
            scored.add(new Hit(hit.leaf(), hit.document(), cosine));
        }
        return scored;
    }

    /** Reads those that are near enough, of which there are more where several are equally near. */
    private static List<ScoredSample> nearest(List<Hit> scored, int limit) throws IOException {
        scored.sort(Comparator.comparingDouble(Hit::cosine).reversed());
        double least =
                scored.size() < limit
                        ? Double.NEGATIVE_INFINITY
                        : scored.get(limit - 1).cosine();
        List<ScoredSample> nearest = new ArrayList<>();
        for (Hit hit : scored) {
            if (hit.cosine() < least) {
                break;
            }
            IndexedSample sample =
                    (IndexedSample) new EventReader(hit.leaf()).event(hit.document());
            nearest.add(new ScoredSample(sample, hit.cosine()));
        }
        nearest.sort(NEAREST_FIRST);
        return List.copyOf(nearest.subList(0, Math.min(limit, nearest.size())));
    }
}
