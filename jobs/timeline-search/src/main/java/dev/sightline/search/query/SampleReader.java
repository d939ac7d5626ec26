// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.backtest.BackTest;
import dev.sightline.backtest.StoredSample;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import java.io.IOException;
import java.util.Set;

/** Shows a back-test the samples of streams, but not too many. Not for several threads. */
final class SampleReader {

    private final TimelineIndex index;
    private final String digest;
    private final BackTestRange range;
    private final long most;
    private long read;

    /** The visitor of an index cannot throw what is checked. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super(cause);
        }
    }

    /**
     * @param most samples of all streams together
     */
    SampleReader(TimelineIndex index, String digest, BackTestRange range, long most) {
        this.index = index;
        this.digest = digest;
        this.range = range;
        this.most = most;
    }

    /**
     * Shows the samples of some streams.
     *
     * @throws InvalidSearch if there are too many
     */
    void read(Set<String> streams, BackTest test) throws IOException, InterruptedException {
        try {
            index.forEach(digest, range.filter(streams), sample -> take(sample, test));
        } catch (Interrupted e) {
            throw new InterruptedException(e.getMessage());
        }
    }

    private void take(IndexedSample sample, BackTest test) {
        if (!range.includes(sample.sample().time())) {
            return;
        }
        if (++read > most) {
            throw new InvalidSearch(
                    "from",
                    "and 'to' take in more than "
                            + most
                            + " samples, with three hours before; test fewer streams, or a shorter"
                            + " time");
        }
        try {
            test.accept(kept(sample));
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    /** A back-test keeps the vector; and the id of a picture tells more than where it lies. */
    private static StoredSample kept(IndexedSample indexed) {
        StoredSample sample = indexed.sample();
        return new StoredSample(
                sample.stream(),
                sample.digest(),
                sample.k(),
                sample.time(),
                sample.vector().clone(),
                sample.picture() == null ? null : indexed.id());
    }
}
