// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.StreamRef;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * How far a query is on a stream where something of it is going on; its size does not grow.
 *
 * @param stream the stream and its epoch
 * @param query the query as it was armed when it was last looked at
 * @param tracks one for each step or label
 * @param links of a sequence: for each step, that it was reached, or null; empty for others
 * @param followedK grid point at which the first step of the latest sequence that was told began;
 *     -1 for none
 * @param quietUntilMs media time before which no sequence opens
 */
public record QueryProgress(
        StreamRef stream,
        ArmedQuery query,
        List<Track> tracks,
        List<SequenceLink> links,
        long followedK,
        long quietUntilMs) {

    static QueryProgress initial(StreamRef stream, ArmedQuery query) {
        int links = query.steps().size() > 1 ? query.steps().size() : 0;
        return new QueryProgress(
                stream,
                query,
                Collections.nCopies(query.tracks(), Track.INITIAL),
                Collections.nCopies(links, null),
                -1,
                Long.MIN_VALUE);
    }

    /** Whether there is nothing to remember at a time. */
    boolean idle(long nowMs) {
        return nowMs >= quietUntilMs
                && tracks.stream().allMatch(track -> track.state().idle(nowMs))
                && links.stream().allMatch(Objects::isNull);
    }

    /**
     * What goes on where another timeline begins: nothing but the rest.
     *
     * @param other the stream with its epoch
     * @param shiftMs what is added to media times
     */
    QueryProgress on(StreamRef other, long shiftMs) {
        QueryProgress fresh = initial(other, query);
        List<Track> resting =
                tracks.stream()
                        .map(track -> new Track(track.state().resting(shiftMs), PeakPicture.NONE))
                        .toList();
        boolean quiet = quietUntilMs != fresh.quietUntilMs;
        return new QueryProgress(
                other,
                query,
                resting,
                fresh.links,
                fresh.followedK,
                quiet ? quietUntilMs + shiftMs : quietUntilMs);
    }

    /** Whether a sample is part of a match, or of what is about to become one. */
    boolean shows(int track, long k) {
        MatchInterval interval = tracks.get(track).state().interval();
        return interval != null && interval.endK() == k;
    }
}
