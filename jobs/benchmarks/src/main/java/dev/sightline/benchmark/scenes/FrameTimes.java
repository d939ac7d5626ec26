// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.frames.ShownFrame;
import java.util.Arrays;
import java.util.List;

/** When the frames of a video are shown, as the file says; never from a frame rate. */
final class FrameTimes {

    private final double[] seconds;
    private final double longestGop;

    /**
     * @param seconds of each frame, in the order of presentation; not copied
     * @param longestGop seconds from one keyframe to the next, at most
     */
    FrameTimes(double[] seconds, double longestGop) {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("no frames");
        }
        this.seconds = seconds;
        this.longestGop = longestGop;
    }

    /** The times of frames in the order of presentation. */
    static FrameTimes of(List<ShownFrame> frames) {
        double longest = 0;
        double keyframe = frames.get(0).seconds();
        for (ShownFrame frame : frames) {
            longest = Math.max(longest, frame.seconds() - keyframe);
            keyframe = frame.keyframe() ? frame.seconds() : keyframe;
        }
        // Where time stamps jump back, the nearest frame is still found in a sorted list.
        double[] seconds = frames.stream().mapToDouble(ShownFrame::seconds).sorted().toArray();
        return new FrameTimes(seconds, longest);
    }

    /** How many frames there are. */
    int frames() {
        return seconds.length;
    }

    /** Longest distance of two keyframes in seconds. */
    double longestGop() {
        return longestGop;
    }

    /** Seconds between two frames; both may lie beyond the ends, where the end counts. */
    double distance(int frame, int other) {
        return Math.abs(seconds[within(frame)] - seconds[within(other)]);
    }

    private int within(int frame) {
        return Math.max(0, Math.min(seconds.length - 1, frame));
    }

    /** The frame at a place, or the nearest one. */
    int frame(Place place) {
        return switch (place.unit()) {
            case FRAME -> within((int) Math.round(place.value()));
            case OFFSET -> nearest(seconds[0] + place.value());
            case TIME -> nearest(place.value());
        };
    }

    private int nearest(double time) {
        int found = Arrays.binarySearch(seconds, time);
        if (found >= 0) {
            return found;
        }
        int after = within(-found - 1);
        int before = within(-found - 2);
        return time - seconds[before] <= seconds[after] - time ? before : after;
    }
}
