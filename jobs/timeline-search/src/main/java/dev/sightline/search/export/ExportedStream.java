// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.StreamRef;
import java.util.List;
import java.util.Objects;

/**
 * What is written of one stream.
 *
 * @param timeline what is known of it
 * @param findings matches and moments, in the order of time
 * @param rate the frames that its times are counted in
 */
record ExportedStream(Timeline timeline, List<Finding> findings, StatedRate rate) {

    StreamRef stream() {
        return timeline.stream();
    }

    List<Scene> scenes() {
        return timeline.scenes();
    }

    /** What was missing, in the order of time. */
    List<StatusEvent.Missing> gaps() {
        return timeline.statuses().stream().map(StatusEvent::gap).filter(Objects::nonNull).toList();
    }

    /** The last part of its id, which for files is their name. */
    String name() {
        String id = stream().streamId();
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
