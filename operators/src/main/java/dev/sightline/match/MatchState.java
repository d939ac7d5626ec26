// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;

/**
 * What {@link MatchTracker} remembers of one query on one stream; its size does not grow.
 *
 * @param candidate what has not opened a match yet, or null
 * @param open the open match, or null
 * @param cooldownUntilMs media time before which no match opens
 */
public record MatchState(MatchCandidate candidate, OpenMatch open, long cooldownUntilMs) {

    /** Before the first sample. */
    public static final MatchState INITIAL = new MatchState(null, null, Long.MIN_VALUE);

    /** Whether a match is open. */
    public boolean matching() {
        return open != null;
    }

    MatchState preparing(MatchCandidate next) {
        return new MatchState(next, null, cooldownUntilMs);
    }

    MatchState matching(OpenMatch next) {
        return new MatchState(null, next, cooldownUntilMs);
    }

    MatchState closed(MediaTime end, long cooldownMs) {
        return new MatchState(null, null, end.mediaMs() + cooldownMs);
    }

    /** Its rest alone, by other media times. */
    MatchState resting(long shiftMs) {
        return cooldownUntilMs == INITIAL.cooldownUntilMs
                ? INITIAL
                : new MatchState(null, null, cooldownUntilMs + shiftMs);
    }

    /** The match so far, or what is about to become one; null where there is neither. */
    MatchInterval interval() {
        if (open != null) {
            return open.interval();
        }
        return candidate == null ? null : candidate.interval();
    }

    /**
     * Whether it can be forgotten at a time: nothing is going on, and a new match may open.
     *
     * @param nowMs media time
     */
    boolean idle(long nowMs) {
        return interval() == null && nowMs >= cooldownUntilMs;
    }
}
