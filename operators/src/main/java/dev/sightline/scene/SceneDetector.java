// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.util.List;

/**
 * Finds scene changes of one stream and epoch from its samples, one at a time, and from what the
 * reader saw change between them.
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
     * @param changes what the record that carries the sample tells of
     * @throws IllegalArgumentException if the sample is not behind the previous one
     */
    SceneStep<S> observe(S state, SceneSample sample, List<VisualChange> changes);

    /** Takes what a record without a sample tells of; it is decided with the next sample. */
    SceneStep<S> told(S state, List<VisualChange> changes);

    /**
     * Ends the current scene at a gap, a reconnect or a change of resolution. What was undecided
     * before it is decided first.
     *
     * @param changes what the record that tells of it tells of besides
     * @param from the last frame before it
     * @param to the first frame after it
     * @return a change of kind {@link SceneChange.Kind#DISCONTINUITY}, behind any other
     */
    SceneStep<S> discontinuity(S state, List<VisualChange> changes, MediaTime from, MediaTime to);

    /** Decides, at the end of the stream, what still waited for a further sample. */
    SceneStep<S> finish(S state, List<VisualChange> changes);

    /** Takes a record without a sample, whatever it says of the stream. */
    default SceneStep<S> marker(S state, TimelineRecord marker) {
        if (marker instanceof Gap gap && gap.discontinuity()) {
            return discontinuity(state, gap.changes(), gap.from(), gap.to());
        }
        return marker.last() ? finish(state, marker.changes()) : told(state, marker.changes());
    }
}
