// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Keeps the rounded vectors of each segment in memory for as long as the segment is in use: 300
 * bytes a vector of 256 dimensions. While segments are merged, both the old and the new are there.
 */
final class CodeCache {

    private final Map<CacheKey, Map<VectorField, List<CodeBlock>>> segments =
            new ConcurrentHashMap<>();
    private final Predicate<VectorField> many;

    /**
     * @param many whether there are more vectors in a field than are searched exactly; of these,
     *     segments with a graph need no codes
     */
    CodeCache(Predicate<VectorField> many) {
        this.many = many;
    }

    /** Whether a search goes through all of a segment's vectors of a field. */
    boolean isScanned(FieldInfo info) {
        return !TimelineCodec.hasGraph(info) || !many.test(VectorField.of(info.name));
    }

    /** Reads what is not there yet, so that no search waits for it, and drops what is not used. */
    void warm(LeafReader reader) throws IOException {
        for (FieldInfo info : reader.getFieldInfos()) {
            if (!VectorField.isOne(info.name)) {
                continue;
            }
            VectorField field = VectorField.of(info.name);
            if (isScanned(info)) {
                of(reader, field);
            } else {
                fields(reader).remove(field);
            }
        }
    }

    List<CodeBlock> of(LeafReader reader, VectorField field) throws IOException {
        Map<VectorField, List<CodeBlock>> fields = fields(reader);
        List<CodeBlock> blocks = fields.get(field);
        if (blocks == null) {
            blocks = read(reader, field);
            fields.put(field, blocks);
        }
        return blocks;
    }

    private Map<VectorField, List<CodeBlock>> fields(LeafReader reader) {
        CacheKey key = reader.getCoreCacheHelper().getKey();
        return segments.computeIfAbsent(
                key,
                fresh -> {
                    reader.getCoreCacheHelper().addClosedListener(segments::remove);
                    return new ConcurrentHashMap<>();
                });
    }

    private static List<CodeBlock> read(LeafReader reader, VectorField field) throws IOException {
        List<CodeBlock> blocks = new ArrayList<>();
        FloatVectorValues vectors = reader.getFloatVectorValues(field.fieldName());
        if (vectors == null) {
            return blocks;
        }
        int most = Math.min(CodeBlock.CAPACITY, vectors.size());
        float[][] read = new float[most][];
        int[] documents = new int[most];
        int size = 0;
        while (vectors.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            documents[size] = vectors.docID();
            read[size++] = vectors.vectorValue().clone();
            if (size == most) {
                blocks.add(new CodeBlock(read, documents.clone()));
                size = 0;
            }
        }
        if (size > 0) {
            blocks.add(new CodeBlock(read, Arrays.copyOf(documents, size)));
        }
        return blocks;
    }

    /** How many vectors are held. */
    long size() {
        return segments.values().stream()
                .flatMap(fields -> fields.values().stream())
                .flatMap(List::stream)
                .mapToLong(CodeBlock::size)
                .sum();
    }
}
