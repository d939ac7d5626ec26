// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Finds documents by their key, many in a row. Not for several threads. */
final class KeyLookup {

    /** A segment's keys. */
    private record Keys(LeafReaderContext leaf, TermsEnum terms) {}

    private final List<Keys> segments = new ArrayList<>();

    KeyLookup(IndexSearcher searcher) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(EventDocument.KEY);
            if (terms != null) {
                segments.add(new Keys(leaf, terms.iterator()));
            }
        }
    }

    boolean contains(String key) throws IOException {
        BytesRef term = new BytesRef(key);
        for (Keys keys : segments) {
            if (document(keys, term) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param vector whether a sample is to come with its vector
     */
    Optional<TimelineEvent> find(String key, boolean vector) throws IOException {
        BytesRef term = new BytesRef(key);
        for (Keys keys : segments) {
            int document = document(keys, term);
            if (document >= 0) {
                EventReader reader = new EventReader(keys.leaf());
                return Optional.of(
                        vector ? reader.event(document) : reader.withoutVector(document));
            }
        }
        return Optional.empty();
    }

    private static int document(Keys keys, BytesRef term) throws IOException {
        if (keys.terms().seekExact(term)) {
            Bits live = keys.leaf().reader().getLiveDocs();
            PostingsEnum documents = keys.terms().postings(null, PostingsEnum.NONE);
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(documents.docID())) {
                    return documents.docID();
                }
            }
        }
        return -1;
    }
}
