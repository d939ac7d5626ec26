// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.Objects;

/**
 * The picture of a match's peak so far. Its bytes are kept only until a phase of the match is told,
 * which it is written for; after that its URI will do.
 *
 * @param untold a JPEG that no phase has told of yet; empty if there is none
 * @param uri the picture that the latest phase told of, or null
 */
public record PeakPicture(byte[] untold, String uri) {

    /** No picture. */
    public static final PeakPicture NONE = new PeakPicture(new byte[0], null);

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
                ? new PeakPicture(preview, uri)
                : this;
    }

    /** The picture behind a phase for which its bytes were written. */
    PeakPicture told(String newUri) {
        return new PeakPicture(NONE.untold, newUri);
    }

    /** What is left of the picture when the tracker goes on: nothing where nothing matches. */
    PeakPicture keptWith(MatchState state) {
        return state.interval() == null ? NONE : this;
    }
}
