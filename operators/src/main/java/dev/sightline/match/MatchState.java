// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;

/**
 * What {@link MatchTracker} remembers of one query on one stream; its size does not grow.
 *
 * @param evidence the latest scores
 * @param candidate a run of strong samples that has not opened a match yet, or null
 * @param open the open match, or null
 * @param cooldownUntilMs media time before which no match opens
 */
public record MatchState(
        Evidence evidence, MatchInterval candidate, OpenMatch open, long cooldownUntilMs) {

    /** Before the first sample. */
    public static final MatchState INITIAL =
            new MatchState(Evidence.NONE, null, null, Long.MIN_VALUE);

    /** Whether a match is open. */
    public boolean matching() {
        return open != null;
    }

    MatchState observed(Evidence next) {
        return new MatchState(next, candidate, open, cooldownUntilMs);
    }

    MatchState preparing(MatchInterval next) {
        return new MatchState(evidence, next, null, cooldownUntilMs);
    }

    MatchState matching(OpenMatch next) {
        return new MatchState(evidence, null, next, cooldownUntilMs);
    }

    MatchState closed(MediaTime end, long cooldownMs) {
        return new MatchState(evidence, null, null, end.mediaMs() + cooldownMs);
    }

    MatchState interrupted() {
        return new MatchState(Evidence.NONE, null, open, cooldownUntilMs);
    }
}
