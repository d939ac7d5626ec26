// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.TimelineRecord;
import java.util.Objects;

/**
 * A record of a timeline, and the scene it belongs to.
 *
 * @param timelineRecord an embedded sample or a marker
 * @param sceneStart grid point of the first sample of its scene, of a marker that of the sample
 *     before it; -1 before the first sample and behind an interruption
 */
public record ScenedRecord(TimelineRecord timelineRecord, long sceneStart) {

    /** Refuses an absent record. */
    public ScenedRecord {
        Objects.requireNonNull(timelineRecord, "timelineRecord");
    }
}
