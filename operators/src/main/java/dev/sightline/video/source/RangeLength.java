// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where long files are cut into ranges: at the multiples of a length, so that a cut does not depend
 * on when or where it is made.
 *
 * @param positions grid points of a range; 0 to cut nothing
 */
public record RangeLength(long positions) implements Serializable {

    /** Cuts nothing. */
    public static final RangeLength OFF = new RangeLength(0);

    /** Opening a file and decoding up to the range's first sample must not be most of the work. */
    static final long LEAST_POSITIONS = 4;

    /** Refuses a negative length. */
    public RangeLength {
        if (positions < 0) {
            throw new IllegalArgumentException("range of " + positions + " positions");
        }
    }

    /**
     * The grid points of a piece of media.
     *
     * @param length of a range in media time; 0 to cut nothing
     * @param interval distance of samples
     */
    public static RangeLength of(Duration length, Duration interval) {
        if (length.isZero()) {
            return OFF;
        }
        long points = (length.toMillis() + interval.toMillis() - 1) / interval.toMillis();
        return new RangeLength(Math.max(LEAST_POSITIONS, points));
    }

    /** Whether files are cut at all. */
    boolean isOn() {
        return positions > 0;
    }

    /**
     * The first place behind another one at which a file may be cut. What is left must be as long
     * as a range, so a file of less than two is not cut.
     *
     * @param next place that is read already, or begins a range; -1 for the start marker
     * @param filePositions grid points of the file, as far as its container tells; 0 if unknown
     */
    OptionalLong cutBehind(long next, long filePositions) {
        if (!isOn() || filePositions <= next) {
            return OptionalLong.empty();
        }
        long cut = (Math.max(0, next) / positions + 1) * positions;
        return filePositions - cut >= positions ? OptionalLong.of(cut) : OptionalLong.empty();
    }
}
