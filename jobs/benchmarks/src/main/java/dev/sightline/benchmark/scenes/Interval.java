// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

/**
 * Frames of a video, both ends included.
 *
 * @param first frame number from 0
 * @param last frame number, not below {@code first}
 */
record Interval(int first, int last) {

    Interval {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("frames " + first + " to " + last);
        }
    }

    /** Whether a frame is in it or at most so many frames away. */
    boolean near(int frame, int distance) {
        return frame >= first - distance && frame <= last + distance;
    }

    /** Whether the two have a frame in common, or are at most so many frames apart. */
    boolean near(Interval other, int distance) {
        return other.last >= first - distance && other.first <= last + distance;
    }
}
