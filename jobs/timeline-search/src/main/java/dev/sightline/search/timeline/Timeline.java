// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.video.StreamRef;
import java.util.List;

/**
 * All that is known of one epoch of a stream, in the order of time.
 *
 * @param stream which
 * @param endMs how far it was watched, in milliseconds of media time
 * @param scenes without holes between them from the first sample to {@code endMs}
 * @param changes that were told of, with their pictures
 * @param matches of standing queries
 * @param statuses what became of it, its gaps among them; heartbeats are left out
 */
public record Timeline(
        StreamRef stream,
        long endMs,
        List<Scene> scenes,
        List<SceneEvent> changes,
        List<MatchEvent> matches,
        List<StatusEvent> statuses) {

    /** Takes the lists as they are. */
    public Timeline {
        scenes = List.copyOf(scenes);
        changes = List.copyOf(changes);
        matches = List.copyOf(matches);
        statuses = List.copyOf(statuses);
    }
}
