// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.util.List;
import java.util.Set;

/**
 * What the enumerator keeps in a checkpoint.
 *
 * @param known hashes of the splits that were ever found, so that none is read twice
 * @param pending splits that no reader has
 * @param listed whether the sources of a bounded run were listed
 */
record EnumeratorState(Set<Long> known, List<VideoSplit> pending, boolean listed) {

    EnumeratorState {
        known = Set.copyOf(known);
        pending = List.copyOf(pending);
    }
}
