// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;

/**
 * Finds scene changes in the samples of one stream and epoch, one sample at a time.
 *
 * <p>A detector holds no state of its own: everything it remembers is in {@code S}, which is
 * immutable and bounded, so that a caller can keep it wherever it likes. The same states and
 * samples always give the same results.
 *
 * @param <S> what the detector remembers of a stream
 */
public interface SceneDetector<S> {

    /** The state before the first sample. */
    S initial();

    /**
     * Takes the next sample.
     *
     * @throws IllegalArgumentException if the sample is not behind the previous one
     */
    SceneStep<S> observe(S state, SceneSample sample);

    /**
     * Ends the current scene at a gap, a reconnect or a change of resolution. What was undecided
     * before it is decided first.
     *
     * @param from the last frame before it
     * @param to the first frame after it
     * @return a change of kind {@link SceneChange.Kind#DISCONTINUITY}, behind any other
     */
    SceneStep<S> discontinuity(S state, MediaTime from, MediaTime to);

    /** Decides, at the end of the stream, what still waited for a further sample. */
    SceneStep<S> finish(S state);
}
