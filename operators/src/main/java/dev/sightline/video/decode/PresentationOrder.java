// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Puts coded frames into the order in which they are shown. A frame's place is certain once a
 * packet came whose DTS is not before the frame's PTS: no later packet can be shown earlier than it
 * is decoded. Packets without a DTS, with which Matroska files begin, say nothing of that kind.
 */
final class PresentationOrder {

    private final PriorityQueue<CodedFrame> waiting =
            new PriorityQueue<>(Comparator.comparingLong(CodedFrame::pts));
    private long latestDts = Long.MIN_VALUE;
    private long released = Long.MIN_VALUE;
    private boolean ended;

    /**
     * Takes the next frame in the order of decoding.
     *
     * @throws SparseDecodingFailed if the stream's time stamps contradict each other
     */
    void add(CodedFrame frame) throws SparseDecodingFailed {
        boolean untimed = frame.dts() == AV_NOPTS_VALUE;
        boolean disorder = frame.dts() <= latestDts || frame.dts() > frame.pts();
        if (!untimed && disorder || frame.pts() <= released) {
            throw new SparseDecodingFailed("time stamps are out of order");
        }
        if (!untimed) {
            latestDts = frame.dts();
        }
        if (frame.shown()) {
            waiting.add(frame);
        }
    }

    /** No frame follows: the place of all is certain. */
    void end() {
        ended = true;
    }

    /** The next frame whose place is certain, or null. */
    CodedFrame poll() throws SparseDecodingFailed {
        CodedFrame first = waiting.peek();
        if (first == null || (!ended && first.pts() > latestDts)) {
            return null;
        }
        if (first.pts() == released) {
            throw new SparseDecodingFailed("two frames have one time stamp");
        }
        released = first.pts();
        return waiting.poll();
    }

    /** PTS of the last frame whose place is certain. */
    long released() {
        return released;
    }
}
