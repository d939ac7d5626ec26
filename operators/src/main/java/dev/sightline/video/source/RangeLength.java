// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where long files are cut into ranges: at multiples of a length, as few of them as keep all
 * readers busy.
 *
 * @param positions grid points of the shortest range; 0 to cut nothing
 */
public record RangeLength(long positions) implements Serializable {

    /** Cuts nothing. */
    public static final RangeLength OFF = new RangeLength(0);

    /** Opening a file and decoding up to the range's first sample must not be most of the work. */
    static final long LEAST_POSITIONS = 4;

    /** Most lengths in the ranges that all readers read at a time, if each has more than one. */
    private static final long LONGEST_OF_ALL = 16;

    /** Ranges ahead of the first unread one, per reader: one is read, one may be done already. */
    private static final long RANGES_AHEAD = 2;

    /** Refuses a negative length. */
    public RangeLength {
        if (positions < 0) {
            throw new IllegalArgumentException("range of " + positions + " positions");
        }
    }

    /**
     * The grid points of a piece of media.
     *
     * @param length of the shortest range in media time; 0 to cut nothing
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
     * Whether a file can be cut behind a place. What is left must be as long as a range, so a file
     * of less than two is not cut.
     *
     * @param next place that is read already, or begins a range; -1 for the start marker
     * @param filePositions grid points of the file, as far as its container tells; 0 if unknown
     */
    boolean cuts(long next, long filePositions) {
        return isOn() && filePositions / positions - Math.max(0, next) / positions >= 2;
    }

    /**
     * Where a file is cut for one of several readers. Each border costs, since what lies before it
     * is decoded twice, so all get equal parts, and more than one only of a file too long for that.
     *
     * @param next place that is read already, or begins a range; -1 for the start marker
     * @param filePositions grid points of the file, as far as its container tells; 0 if unknown
     * @param readers at least 2
     */
    OptionalLong cutBehind(long next, long filePositions, int readers) {
        if (!cuts(next, filePositions)) {
            return OptionalLong.empty();
        }
        long lengths = filePositions / positions;
        long turns = divideUp(lengths, readers * longest(readers));
        long part = divideUp(lengths, readers * turns) * positions;
        long cut = (Math.max(0, next) / part + 1) * part;
        return filePositions - cut >= positions ? OptionalLong.of(cut) : OptionalLong.empty();
    }

    private static long divideUp(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Lengths of the longest range: what is read ahead has to wait, and must not be too much. */
    private static long longest(int readers) {
        return Math.max(1, LONGEST_OF_ALL / readers);
    }

    /**
     * Whether a range has to wait, because what is read of it would wait itself.
     *
     * @param ahead grid points from the first one that is not read up to the range's begin
     * @param readers at least 2
     */
    boolean isTooFar(long ahead, int readers) {
        return isOn() && ahead / positions >= RANGES_AHEAD * readers * longest(readers);
    }
}
