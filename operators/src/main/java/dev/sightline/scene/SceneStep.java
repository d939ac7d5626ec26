// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import java.util.List;
import java.util.Objects;

/**
 * What a detector makes of one input.
 *
 * @param state what to hand to the next call
 * @param changes the changes found, in the order of their boundaries; mostly empty
 * @param sceneStart grid point of the first sample of the scene of the sample before this input, as
 *     far as it is known; -1 if there is none. It may move back behind samples that were already
 *     observed, because a change is reported late
 * @param <S> what the detector remembers of a stream
 */
public record SceneStep<S>(S state, List<SceneChange> changes, long sceneStart) {

    /** Refuses absent parts. */
    public SceneStep {
        Objects.requireNonNull(state, "state");
        changes = List.copyOf(changes);
    }
}
