// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

/**
 * The unit of a stream's PTS: {@code numerator / denominator} seconds.
 *
 * @param numerator greater than 0
 * @param denominator greater than 0
 */
public record TimeBase(int numerator, int denominator) {

    /** Milliseconds, for streams whose own unit is not known. */
    public static final TimeBase MILLISECONDS = new TimeBase(1, 1000);

    /** Refuses a unit that is not positive. */
    public TimeBase {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("time base " + numerator + "/" + denominator);
        }
    }

    /** The ticks in whole milliseconds, rounded down. */
    public long toMillis(long ticks) {
        return Math.floorDiv(Math.multiplyExact(ticks, 1000L * numerator), (long) denominator);
    }

    /** So many seconds in ticks, rounded down. */
    public long ticks(double seconds) {
        return (long) Math.floor(seconds * denominator / numerator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
