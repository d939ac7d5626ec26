// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.video.StreamRef;

/**
 * What a topic says of a stream, as far as a search needs it. Two of the same id say the same: the
 * later one takes the place of the earlier one.
 */
public sealed interface TimelineEvent permits IndexedSample, SceneEvent, MatchEvent, StatusEvent {

    /** Its CloudEvents id; of a match, the id that all its phases have. */
    String id();

    /** The stream and the epoch that it is about. */
    StreamRef stream();
}
