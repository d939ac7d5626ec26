// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.query.Sought;
import java.io.IOException;
import java.util.List;

/** Fetches the samples that a moment can be made of: few at first, more if all of them are near. */
final class Candidates {

    private static final int FIRST = 400;
    private static final int FACTOR = 5;

    /** How many are looked at. */
    static final int MOST = SearchRequest.MOST_MOMENTS;

    private final TimelineIndex index;

    Candidates(TimelineIndex index) {
        this.index = index;
    }

    /**
     * Samples that show what is looked for, the nearest first, without those that show what must
     * not.
     *
     * @param hits at most {@value Candidates#MOST}
     * @param capped whether there may be more as near
     */
    record Fetched(List<ScoredSample> hits, boolean capped) {}

    /**
     * All samples as near as that.
     *
     * @param least cosine of the farthest
     */
    Fetched fetch(Sought sought, SampleFilter filter, double least) throws IOException {
        int limit = FIRST;
        while (true) {
            List<ScoredSample> nearest = nearest(sought, filter, limit);
            boolean more = nearest.size() == limit && nearest.get(limit - 1).cosine() >= least;
            if (!more || limit == MOST) {
                List<ScoredSample> near =
                        nearest.stream().filter(hit -> hit.cosine() >= least).toList();
                return new Fetched(allowed(sought, near), more);
            }
            limit = more(limit);
        }
    }

    /** Something that is made of samples; empty if it takes more of them. */
    @FunctionalInterface
    interface Making<T> {
        List<T> make(List<ScoredSample> hits) throws IOException;
    }

    /**
     * What is made of as few of the nearest samples as it takes.
     *
     * @return empty if all are not enough, or {@value #MOST}
     */
    <T> List<T> first(Sought sought, SampleFilter filter, Making<T> making) throws IOException {
        // One is enough unless it is left out, as what something is like itself is.
        int limit = sought.like() == null ? 1 : FIRST;
        while (true) {
            List<ScoredSample> nearest = nearest(sought, filter, limit);
            List<T> made = making.make(allowed(sought, nearest));
            if (!made.isEmpty() || nearest.size() < limit || limit == MOST) {
                return made;
            }
            limit = more(limit);
        }
    }

    private static int more(int limit) {
        return Math.max(FIRST, Math.min(MOST, limit * FACTOR));
    }

    private List<ScoredSample> nearest(Sought sought, SampleFilter filter, int limit)
            throws IOException {
        return index.nearest(sought.model().digest(), sought.vector(), filter, limit);
    }

    private static List<ScoredSample> allowed(Sought sought, List<ScoredSample> hits) {
        return hits.stream()
                .filter(hit -> !sought.excludes(hit.sample().sample().vector(), hit.cosine()))
                .toList();
    }
}
