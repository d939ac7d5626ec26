// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.QueryRequest;
import java.util.List;
import java.util.Map;

/**
 * What became of the queries of a submission. Holds what was refused as well: whoever says so need
 * not wait for the same picture again.
 *
 * @param queries that can be followed, ready to match; of one id the one that is in force
 * @param refused why others cannot be followed
 */
record ArmedAtStart(List<ArmedQuery> queries, Map<QueryRequest, String> refused) {

    static final ArmedAtStart NONE = new ArmedAtStart(List.of(), Map.of());

    /** Takes the list and the map as they are. */
    ArmedAtStart {
        queries = List.copyOf(queries);
        refused = Map.copyOf(refused);
    }
}
