// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/** Hears of the phases of matches. */
@FunctionalInterface
public interface MatchListener {

    /**
     * A phase is to be told.
     *
     * @return the picture to keep with the match from here on
     * @throws InterruptedException if its picture had to wait, and the task ends
     */
    PeakPicture tell(ToldMatch told) throws InterruptedException;
}
