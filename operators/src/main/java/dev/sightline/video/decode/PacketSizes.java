// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Tells from their sizes and places which coded frames may show a new shot. Nothing of a shot can
 * be predicted from the one before it, so an encoder spends a keyframe out of turn on a cut, or a
 * frame much larger than its neighbours.
 *
 * <p>Only what was seen in the last {@value #MEMORY_SECONDS} s counts, so that the answer does not
 * depend on where reading began before that. The distances of keyframes are counted in frames, as
 * encoders do: a hole in the time stamps makes none longer.
 */
final class PacketSizes {

    /** What lies further back is forgotten. */
    static final double MEMORY_SECONDS = 8;

    /** As many frames as that at 120 a second. */
    private static final int MOST_REMEMBERED = 960;

    private static final int NEIGHBOURS = 48;
    private static final int LEAST_NEIGHBOURS = 8;

    /** Of the neighbours, all but the largest few are below. */
    private static final double USUAL_SHARE = 0.9;

    /** Within one shot hardly a frame is so much larger than those. */
    private static final double LARGER = 2;

    /** Encoders that put keyframes at regular distances keep to them within a frame. */
    private static final double REGULAR_SHARE = 0.95;

    /** A frame that was seen. */
    private record Seen(long pts, int size, boolean keyframe) {}

    private final long memoryTicks;
    private final Deque<Seen> recent = new ArrayDeque<>();

    /**
     * @param memoryTicks how far back frames count, in units of their PTS
     */
    PacketSizes(long memoryTicks) {
        this.memoryTicks = memoryTicks;
    }

    /** Marks the next frame in the order of decoding if it is conspicuous. */
    void judge(CodedFrame frame) {
        while (!recent.isEmpty() && recent.getFirst().pts() < frame.pts() - memoryTicks) {
            recent.removeFirst();
        }
        if (frame.keyframe() ? outOfTurn() : large(frame.size())) {
            frame.standsOut();
        }
        recent.add(new Seen(frame.pts(), frame.size(), frame.keyframe()));
        if (recent.size() > MOST_REMEMBERED) {
            recent.removeFirst();
        }
    }

    /** Whether fewer frames lie between the last keyframe and this one than between others. */
    private boolean outOfTurn() {
        int longest = 0;
        int distance = 0;
        for (Seen seen : recent) {
            if (seen.keyframe()) {
                longest = Math.max(longest, distance);
                distance = 0;
            }
            distance++;
        }
        return distance < REGULAR_SHARE * longest;
    }

    private boolean large(int size) {
        int neighbours = 0;
        int muchSmaller = 0;
        Iterator<Seen> latest = recent.descendingIterator();
        while (neighbours < NEIGHBOURS && latest.hasNext()) {
            Seen seen = latest.next();
            if (!seen.keyframe()) {
                neighbours++;
                muchSmaller += LARGER * seen.size() < size ? 1 : 0;
            }
        }
        return neighbours >= LEAST_NEIGHBOURS && muchSmaller > USUAL_SHARE * (neighbours - 1);
    }
}
