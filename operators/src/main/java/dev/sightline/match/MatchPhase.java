// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.Objects;

/**
 * A step in the life of a match.
 *
 * @param phase which
 * @param number how many phases of this match came before, from 0
 * @param interval the match so far; the whole of it when it closes
 * @param closeReason why it closed, null in the other phases
 */
public record MatchPhase(Phase phase, int number, MatchInterval interval, CloseReason closeReason) {

    /** A match opens once, is updated any number of times and closes once. */
    public enum Phase {
        /** The query has been shown for long enough. */
        OPEN,
        /** The match goes on, better or longer than was told. */
        UPDATE,
        /** The match is over. */
        CLOSE
    }

    /** Refuses absent parts, and a reason where there is no end. */
    public MatchPhase {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(interval, "interval");
        if ((phase == Phase.CLOSE) == (closeReason == null)) {
            throw new IllegalArgumentException(phase + " with reason " + closeReason);
        }
    }
}
