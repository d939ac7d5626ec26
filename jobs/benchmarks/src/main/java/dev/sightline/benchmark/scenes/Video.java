// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

/**
 * A video to judge programs by.
 *
 * @param set name of the folder that it is in
 * @param truth what happens in it
 * @param times of its frames
 */
record Video(String set, Truth truth, FrameTimes times) {

    private static final double SHORT_GOP_SECONDS = 2;

    /** Its name for people. */
    String name() {
        return set + "/" + truth.video().getFileName();
    }

    /** Whether keyframes are two seconds apart or less. */
    boolean shortGop() {
        return times.longestGop() <= SHORT_GOP_SECONDS + 1e-6;
    }
}
