// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.query.Sought;
import java.io.IOException;
import java.util.List;

/** Fetches the samples that a moment can be made of: few at first, more if all of them are near. */
final class Candidates {

    private static final int FIRST = 400;
    private static final int FACTOR = 5;
    private static final int MOST = 10_000;

    private final TimelineIndex index;

    Candidates(TimelineIndex index) {
        this.index = index;
    }

    /**
     * Samples that show what is looked for, the nearest first, without those that show what must
     * not.
     *
     * @param least cosine of the farthest; at most {@value #MOST} are looked at
     */
    List<ScoredSample> fetch(Sought sought, SampleFilter filter, double least) throws IOException {
        int limit = FIRST;
        List<ScoredSample> nearest = nearest(sought, filter, limit);
        while (nearest.size() == limit
                && limit < MOST
                && nearest.get(limit - 1).cosine() >= least) {
            limit = Math.min(MOST, limit * FACTOR);
            nearest = nearest(sought, filter, limit);
        }
        return nearest.stream()
                .filter(hit -> hit.cosine() >= least)
                .filter(hit -> !sought.excludes(hit.sample().sample().vector(), hit.cosine()))
                .toList();
    }

    private List<ScoredSample> nearest(Sought sought, SampleFilter filter, int limit)
            throws IOException {
        return index.nearest(sought.model().digest(), sought.vector(), filter, limit);
    }
}
