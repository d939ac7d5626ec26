// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.List;
import java.util.Objects;

/**
 * What the tracker makes of one input.
 *
 * @param state what to hand to the next call
 * @param phases what is to be told, mostly nothing
 */
public record MatchStep(MatchState state, List<MatchPhase> phases) {

    /** Refuses absent parts. */
    public MatchStep {
        Objects.requireNonNull(state, "state");
        phases = List.copyOf(phases);
    }
}
