// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;
import java.time.Duration;
import java.time.Instant;

/**
 * A place between two samples: all that samples can tell of a change.
 *
 * @param before the last sample before it
 * @param after the first sample behind it
 */
public record Boundary(MediaTime before, MediaTime after) {

    /** The time half-way. */
    MediaTime middle() {
        return new MediaTime(
                before.pts() + (after.pts() - before.pts()) / 2,
                before.timeBase(),
                before.mediaMs() + distanceMs() / 2,
                wall(),
                before.wallSource(),
                Math.max(before.wallErrorMs(), after.wallErrorMs()),
                after.ingested());
    }

    /** Half the distance, rounded up: how far the change may be from the middle. */
    long uncertaintyMs() {
        return (distanceMs() + 1) / 2;
    }

    private long distanceMs() {
        return after.mediaMs() - before.mediaMs();
    }

    private Instant wall() {
        if (before.wall() == null || after.wall() == null) {
            return before.wall();
        }
        return before.wall().plus(Duration.between(before.wall(), after.wall()).dividedBy(2));
    }
}
