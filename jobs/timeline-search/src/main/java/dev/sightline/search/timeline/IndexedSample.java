// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.backtest.StoredSample;
import dev.sightline.video.StreamRef;
import java.util.Objects;

/**
 * A sample with its vector.
 *
 * @param id CloudEvents id of its event
 * @param sample what the event says
 */
public record IndexedSample(String id, StoredSample sample) implements TimelineEvent {

    /** Refuses absent parts. */
    public IndexedSample {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sample, "sample");
    }

    @Override
    public StreamRef stream() {
        return sample.stream();
    }
}
