// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

/**
 * A stretch of a video.
 *
 * @param video which one
 * @param startMs its first moment, in milliseconds of media time
 * @param endMs the moment behind it
 */
record Span(String video, long startMs, long endMs) {

    /** Refuses one without length. */
    Span {
        if (endMs <= startMs) {
            throw new IllegalArgumentException("from " + startMs + " to " + endMs + " ms");
        }
    }

    /** What both have of what one of them has, 0 to 1. */
    double iou(Span other) {
        if (!video.equals(other.video)) {
            return 0;
        }
        long both = Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs);
        long one = endMs - startMs + other.endMs - other.startMs - Math.max(0, both);
        return Math.max(0, both) / (double) one;
    }
}
