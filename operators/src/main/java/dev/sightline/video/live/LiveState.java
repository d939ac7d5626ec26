// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.util.List;

/**
 * What the enumerator remembers in checkpoints; streams that are watched are remembered by their
 * readers.
 *
 * @param pending streams that no reader has
 * @param finished registrations whose sender told that nothing will follow
 */
public record LiveState(List<LiveSplit> pending, List<Registration> finished) {

    /** Takes the lists as they are. */
    public LiveState {
        pending = List.copyOf(pending);
        finished = List.copyOf(finished);
    }
}
