// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;

/** Reads events of one segment, fastest in the order of documents. Not for several threads. */
final class EventReader {

    private static final float[] NONE = {};

    private final LeafReaderContext leaf;
    private final Map<VectorField, FloatVectorValues> vectors = new HashMap<>();
    private BinaryDocValues events;
    private int dimension;

    EventReader(LeafReaderContext leaf) {
        this.leaf = leaf;
    }

    /** An event; a sample comes with its vector, which the caller may keep. */
    TimelineEvent event(int document) throws IOException {
        return EventInput.event(
                at(document).binaryValue(),
                (digest, length) -> vector(new VectorField(digest, length), document).clone());
    }

    /** An event; a sample comes without its vector, of which {@link #dimension} tells. */
    TimelineEvent withoutVector(int document) throws IOException {
        return EventInput.event(
                at(document).binaryValue(),
                (digest, length) -> {
                    dimension = length;
                    return NONE;
                });
    }

    /** Of the vector of the sample that was read last without it. */
    int dimension() {
        return dimension;
    }

    /** A sample whose vector is only good until the next one is read. */
    IndexedSample lent(int document) throws IOException {
        return (IndexedSample)
                EventInput.event(
                        at(document).binaryValue(),
                        (digest, length) -> vector(new VectorField(digest, length), document));
    }

    /** A vector that is only good until the next one is read. */
    float[] vector(VectorField field, int document) throws IOException {
        FloatVectorValues values = vectors.get(field);
        if (values == null || values.docID() >= document) {
            values = leaf.reader().getFloatVectorValues(field.fieldName());
            vectors.put(field, values);
        }
        if (values == null || values.advance(document) != document) {
            throw new IOException("the index lacks the vector of a sample; delete its folder");
        }
        return values.vectorValue();
    }

    private BinaryDocValues at(int document) throws IOException {
        // Iterators only go forwards.
        if (events == null || events.docID() >= document) {
            events = leaf.reader().getBinaryDocValues(EventDocument.EVENT);
        }
        if (events == null || !events.advanceExact(document)) {
            throw new IOException("the index lacks an event; delete its folder");
        }
        return events;
    }
}
