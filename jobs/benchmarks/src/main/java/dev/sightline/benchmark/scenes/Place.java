// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.util.Locale;

/**
 * Where in a video something is, as a program counts.
 *
 * @param unit what it counts in
 * @param value how many of them
 */
record Place(Unit unit, double value) {

    /** What programs count in. */
    enum Unit {
        /** Frames from 0 in the order of presentation. */
        FRAME,
        /** Seconds since the first frame. */
        OFFSET,
        /** Seconds as the container counts them: the first frame need not be at 0. */
        TIME
    }

    /** Reads {@code frame 12}, for example. */
    static Place parse(String unit, String value) {
        return new Place(Unit.valueOf(unit.toUpperCase(Locale.ROOT)), Double.parseDouble(value));
    }
}
