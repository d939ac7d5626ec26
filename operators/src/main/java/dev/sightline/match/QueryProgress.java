// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.StreamRef;

/**
 * How far a query is on a stream.
 *
 * @param stream the stream and its epoch
 * @param query the query as it was armed when it was last looked at
 * @param state of its tracker
 * @param picture of the peak of what matches, or is about to
 */
public record QueryProgress(
        StreamRef stream, ArmedQuery query, MatchState state, PeakPicture picture) {

    static QueryProgress initial(StreamRef stream, ArmedQuery query) {
        return new QueryProgress(stream, query, MatchState.INITIAL, PeakPicture.NONE);
    }
}
