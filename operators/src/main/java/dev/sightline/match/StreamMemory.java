// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.StreamBackground;
import dev.sightline.video.MediaTime;
import java.util.List;

/**
 * What is kept of one stream: about 100 KB at 256 dimensions, and what is going on of queries.
 *
 * @param model what it was learnt with; 0 before the first sample
 * @param recent its latest vectors
 * @param last time of the latest sample; null before the first
 * @param samples how many were seen
 * @param background what was learnt of it, or null
 * @param past matches that may be called wrong, or were
 * @param going how far queries are of which something is going on
 */
public record StreamMemory(
        long model,
        RecentVectors recent,
        MediaTime last,
        long samples,
        StreamBackground background,
        PastMatches past,
        List<QueryProgress> going) {

    /** Before the first sample. */
    public static final StreamMemory NONE =
            new StreamMemory(0, RecentVectors.NONE, null, 0, null, PastMatches.NONE, List.of());

    /** Takes the list as it is. */
    public StreamMemory {
        going = List.copyOf(going);
    }

    /** What is left with another model: what is going on, so that it can be ended. */
    StreamMemory withAnother(long otherModel) {
        return new StreamMemory(
                otherModel, RecentVectors.NONE, last, 0, null, PastMatches.NONE, going);
    }

    /** Whether something of a query is going on. */
    boolean follows(String queryId) {
        return going.stream().anyMatch(each -> each.query().request().id().equals(queryId));
    }
}
