// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.backtest.StoredChange;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.util.Objects;

/**
 * One scene ended and another began.
 *
 * @param id CloudEvents id
 * @param stream where
 * @param kind how one became the other
 * @param start last moment before the transition; equal to {@code end} for a cut
 * @param end first moment of the new scene; of an interruption it may be one of another epoch
 * @param uncertaintyMs how far the boundary may be off, in milliseconds
 * @param confidence 0 to 1
 * @param previousStartMs where the scene that ended began, in milliseconds of media time
 * @param picture URI of a picture of the new scene, or null
 */
public record SceneEvent(
        String id,
        StreamRef stream,
        StoredChange.Kind kind,
        MediaTime start,
        MediaTime end,
        long uncertaintyMs,
        double confidence,
        long previousStartMs,
        String picture)
        implements TimelineEvent {

    /** Refuses absent parts; only the picture may be null. */
    public SceneEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
