// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.TimelineEvents;
import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Vectors without a graph, as exact search needs them. Lucene has the format but no name for it, by
 * which a segment could find it again. Public as Lucene makes it through a service file.
 */
public final class FlatVectors extends KnnVectorsFormat {

    static final String NAME = "SightlineFlat";

    private static final Lucene99FlatVectorsFormat FORMAT =
            new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());

    /** Called by Lucene. */
    public FlatVectors() {
        super(NAME);
    }

    @Override
    public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
        return FORMAT.fieldsWriter(state);
    }

    @Override
    public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
        return FORMAT.fieldsReader(state);
    }

    @Override
    public int getMaxDimensions(String fieldName) {
        return TimelineEvents.LONGEST_VECTOR;
    }
}
