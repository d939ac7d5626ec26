// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.Arrays;

/**
 * Tells from their sizes and places which coded frames may show a new shot. Nothing of a shot can
 * be predicted from the one before it, so an encoder spends a keyframe out of turn on a cut, or a
 * frame much larger than its neighbours.
 */
final class PacketSizes {

    private static final int REMEMBERED = 48;
    private static final int LEAST_REMEMBERED = 8;

    /** Of the frames that were remembered, all but the largest few are below. */
    private static final double USUAL_SHARE = 0.9;

    /** Within one shot hardly a frame is so much larger than those. */
    private static final double LARGER = 2;

    /** Encoders that put keyframes at regular distances keep to them within a frame. */
    private static final double REGULAR_SHARE = 0.95;

    /** So many keyframes behind a hole, its length does not make every one of them early. */
    private static final int REMEMBERED_DISTANCES = 8;

    private final int[] sizes = new int[REMEMBERED];
    private final long[] distances = new long[REMEMBERED_DISTANCES];
    private int remembered;
    private int keyframes;
    private long keyframePts = Long.MIN_VALUE;

    /** Marks the next frame in the order of decoding if it is conspicuous. */
    void judge(CodedFrame frame) {
        if (frame.keyframe()) {
            judgeKeyframe(frame);
            return;
        }
        if (remembered >= LEAST_REMEMBERED && frame.size() > LARGER * usual()) {
            frame.standsOut();
        }
        sizes[remembered % REMEMBERED] = frame.size();
        remembered++;
    }

    private void judgeKeyframe(CodedFrame frame) {
        long distance = keyframePts == Long.MIN_VALUE ? 0 : frame.pts() - keyframePts;
        if (distance < REGULAR_SHARE * Arrays.stream(distances).max().orElseThrow()) {
            frame.standsOut();
        }
        distances[keyframes % REMEMBERED_DISTANCES] = distance;
        keyframes++;
        keyframePts = frame.pts();
    }

    private int usual() {
        int count = Math.min(remembered, REMEMBERED);
        int[] sorted = Arrays.copyOf(sizes, count);
        Arrays.sort(sorted);
        return sorted[(int) (USUAL_SHARE * (count - 1))];
    }
}
