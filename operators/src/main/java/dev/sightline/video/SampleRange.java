// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

/**
 * A part of a stream's sampling grid that is read on its own.
 *
 * <p>The records of a range tile it: the first stands at {@code from} (the start marker of the
 * stream before it, if {@code from} is 0), each at the place that the one before it names, and the
 * last one names {@code to}. So the records of adjacent ranges join without a hole and without
 * anything twice, whatever order they are read in. Whatever crosses a border is cut there.
 *
 * @param from first grid point; at least 0
 * @param to the grid point behind the last one; {@link Long#MAX_VALUE} for all there are
 */
public record SampleRange(long from, long to) {

    /** In place of a grid point: the end of the stream, wherever it is. */
    public static final long END = Long.MAX_VALUE;

    /** All of a stream. */
    public static final SampleRange WHOLE = new SampleRange(0, END);

    /** Refuses an empty range. */
    public SampleRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("range from " + from + " to " + to);
        }
    }

    /** Whether it goes on to the end of the stream. */
    public boolean isLast() {
        return to == END;
    }
}
