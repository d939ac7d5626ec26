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
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final int AT_LEAST = 1000;

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
        // Asked once, as a model may come to have many meanwhile.
        Map<Boolean, List<LeafReaderContext>> leaves =
                searcher.getIndexReader().leaves().stream()
                        .filter(leaf -> info(leaf, field) != null)
                        .collect(Collectors.partitioningBy(l -> codes.isScanned(info(l, field))));
        List<Part> parts = parts(searcher, leaves.get(true), field, filter);
        List<Hit> found = scan.candidates(parts, query, limit);
        if (!leaves.get(false).isEmpty()) {
            int wanted = Math.max(4 * limit, AT_LEAST);
            Query graphs = new KnnFloatVectorQuery(field.fieldName(), vector, wanted, filter);
            found.addAll(hits(searcher, graphs, wanted, Set.copyOf(leaves.get(false))));
        }
        return nearest(scored(found, field, query), limit);
    }

    private static FieldInfo info(LeafReaderContext leaf, VectorField field) {
        return leaf.reader().getFieldInfos().fieldInfo(field.fieldName());
    }

    private List<Part> parts(
            IndexSearcher searcher, List<LeafReaderContext> leaves, VectorField field, Query filter)
            throws IOException {
        Weight weight = filter == null ? null : Filters.weight(searcher, filter);
        List<Part> parts = new ArrayList<>();
        for (LeafReaderContext leaf : leaves) {
            Bits accepted = Filters.accepted(weight, leaf);
            for (CodeBlock block : codes.of(leaf.reader(), field)) {
                parts.add(new Part(leaf, block, accepted));
            }
        }
        return parts;
    }

    /** With a filter that leaves little, Lucene goes through segments without a graph too. */
    private static List<Hit> hits(
            IndexSearcher searcher, Query graphs, int wanted, Set<LeafReaderContext> withGraph)
            throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : searcher.search(graphs, wanted).scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
            if (withGraph.contains(leaf)) {
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
                scored.size() < limit ? Double.NEGATIVE_INFINITY : scored.get(limit - 1).cosine();
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
