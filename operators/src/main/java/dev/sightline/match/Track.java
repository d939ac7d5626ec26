// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * How far one thing that a query looks for is: its only one, a step of a sequence, or a label.
 *
 * @param state of its tracker
 * @param picture of the peak of what matches, or is about to
 */
public record Track(MatchState state, PeakPicture picture) {

    static final Track INITIAL = new Track(MatchState.INITIAL, PeakPicture.NONE);

    /** Without the picture of what is over. */
    Track kept() {
        return new Track(state, picture.keptWith(state));
    }
}
