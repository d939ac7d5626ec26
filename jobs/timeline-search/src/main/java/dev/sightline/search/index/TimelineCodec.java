// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.util.function.Predicate;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.FieldInfo;

/**
 * Lucene's format, except that a segment has graphs only for models of which there are many vectors
 * when it is written. Which it has, each segment knows.
 */
final class TimelineCodec extends Lucene912Codec {

    private static final KnnVectorsFormat FLAT = new FlatVectors();
    private static final KnnVectorsFormat GRAPH = new Lucene99HnswVectorsFormat();

    private final Predicate<VectorField> many;

    /**
     * @param many whether there are more vectors in a field than are searched exactly
     */
    TimelineCodec(Predicate<VectorField> many) {
        this.many = many;
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String name) {
        VectorField field = VectorField.of(name);
        return isGraphPossible(field) && many.test(field) ? GRAPH : FLAT;
    }

    /** Lucene's graphs take no longer vectors; these are searched exactly, however many. */
    static boolean isGraphPossible(VectorField field) {
        return field.dimension() <= KnnVectorsFormat.DEFAULT_MAX_DIMENSIONS;
    }

    static boolean hasGraph(FieldInfo info) {
        String format = info.getAttribute(PerFieldKnnVectorsFormat.PER_FIELD_FORMAT_KEY);
        return !FlatVectors.NAME.equals(format);
    }
}
