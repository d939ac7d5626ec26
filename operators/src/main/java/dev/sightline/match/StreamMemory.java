// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.StreamBackground;
import java.util.List;

/**
 * What is kept of one stream: about 100 KB at 256 dimensions, and what is going on of queries.
 *
 * @param recent its latest vectors
 * @param background what was learnt of it, or null
 * @param going how far queries are of which something is going on
 */
public record StreamMemory(
        RecentVectors recent, StreamBackground background, List<QueryProgress> going) {

    /** Before the first sample. */
    public static final StreamMemory NONE = new StreamMemory(RecentVectors.NONE, null, List.of());

    /** Takes the list as it is. */
    public StreamMemory {
        going = List.copyOf(going);
    }
}
