// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.Objects;

/**
 * The picture of a match's peak so far. Its bytes are kept only until a phase of the match is told,
 * which it is written for; after that its URI will do. With it goes the id that the match is told
 * under, which another model of the job must not change.
 *
 * @param untold a JPEG that no phase has told of yet; empty if there is none
 * @param uri the picture that the latest phase told of, or null
 * @param matchId that the phases before were told with; null where there were none
 */
public record PeakPicture(byte[] untold, String uri, String matchId) {

    /** No picture. */
    public static final PeakPicture NONE = new PeakPicture(new byte[0], null, null);

    /** Refuses absent bytes. */
    public PeakPicture {
        Objects.requireNonNull(untold, "untold");
    }

    /**
     * The picture after the tracker has seen a sample.
     *
     * @param state of the tracker, with the sample
     * @param sample what it saw
     * @param preview the sample's picture
     */
    PeakPicture after(MatchState state, Observation sample, byte[] preview) {
        MatchInterval interval = state.interval();
        return interval != null && interval.peak().time().equals(sample.time())
                ? new PeakPicture(preview, uri, matchId)
                : this;
    }

    /** The picture behind a phase for which its bytes were written. */
    PeakPicture told(String newUri) {
        return new PeakPicture(NONE.untold, newUri, matchId);
    }

    /** The same behind a phase that told it under an id. */
    PeakPicture of(String itsMatchId) {
        return new PeakPicture(untold, uri, itsMatchId);
    }

    /** What is left of the picture when the tracker goes on: nothing where nothing matches. */
    PeakPicture keptWith(MatchState state) {
        return state.interval() == null ? NONE : this;
    }
}
