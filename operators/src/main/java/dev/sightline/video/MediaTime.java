// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.time.Instant;
import java.util.Objects;

/**
 * When something is, in the stream's own time and, where known, in wall time.
 *
 * @param pts presentation time stamp in {@code timeBase} units, as the container has it
 * @param timeBase unit of {@code pts}
 * @param mediaMs milliseconds since the stream's start, rounded down
 * @param wall wall time, or null where none is known
 * @param wallSource where {@code wall} comes from
 * @param wallErrorMs bound of {@code wall}'s error in milliseconds; 0 where there is no wall time
 * @param ingested when the frame was decoded, by the clock of the reading machine
 */
public record MediaTime(
        long pts,
        TimeBase timeBase,
        long mediaMs,
        Instant wall,
        WallSource wallSource,
        long wallErrorMs,
        Instant ingested) {

    /** Refuses absent parts; only {@code wall} may be null. */
    public MediaTime {
        Objects.requireNonNull(timeBase, "timeBase");
        Objects.requireNonNull(wallSource, "wallSource");
        Objects.requireNonNull(ingested, "ingested");
    }
}
