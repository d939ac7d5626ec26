// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.video.MediaTime;
import java.time.Instant;

/**
 * Which samples a back-test is about.
 *
 * @param from the first moment, or null to begin with the first sample
 * @param to the first moment behind it, or null to go on to the last sample
 */
public record TimeRange(Moment from, Moment to) {

    /** Everything there is. */
    public static final TimeRange ALL = new TimeRange(null, null);

    /** A moment, on one of two clocks. */
    public sealed interface Moment {

        /** Whether a sample is at it, or behind. */
        boolean reachedBy(MediaTime sample);
    }

    /**
     * A moment in the world. A sample without a wall time has that of its arrival.
     *
     * @param time when
     */
    public record Wall(Instant time) implements Moment {

        @Override
        public boolean reachedBy(MediaTime sample) {
            Instant at = sample.wall() == null ? sample.ingested() : sample.wall();
            return !at.isBefore(time);
        }
    }

    /**
     * A moment of each stream.
     *
     * @param mediaMs milliseconds since the stream's start
     */
    public record Media(long mediaMs) implements Moment {

        @Override
        public boolean reachedBy(MediaTime sample) {
            return sample.mediaMs() >= mediaMs;
        }
    }

    /** Whether a sample lies before it. */
    boolean before(MediaTime sample) {
        return from != null && !from.reachedBy(sample);
    }

    /** Whether a sample lies behind it. */
    boolean behind(MediaTime sample) {
        return to != null && to.reachedBy(sample);
    }
}
