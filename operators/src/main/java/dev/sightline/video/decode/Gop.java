// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * A group of pictures in the order of decoding: a keyframe and what follows up to the next one.
 * Frames that are shown before their keyframe ("leading") can be decoded only if the group before
 * was, without a break. Owns the packets.
 */
final class Gop implements AutoCloseable {

    private final List<CodedFrame> frames = new ArrayList<>();
    private CodedFrame keyframe;
    private long bytes;
    private long lastPts = Long.MIN_VALUE;
    private int sent;
    private int lastNeeded = -1;
    private boolean started;
    private boolean chained;
    private boolean whole = true;

    /** Takes the next packet in the order of decoding. */
    CodedFrame add(AVPacket packet) {
        CodedFrame frame = new CodedFrame(packet, this);
        if (keyframe == null) {
            keyframe = frame;
        }
        frames.add(frame);
        bytes += frame.size();
        if (frame.shown()) {
            lastPts = Math.max(lastPts, frame.pts());
        }
        return frame;
    }

    /** What is left of it; all, unless {@link #forgetSent} was called. */
    List<CodedFrame> frames() {
        return frames;
    }

    CodedFrame keyframe() {
        return keyframe;
    }

    /** Whether all its packets are here. */
    boolean whole() {
        return whole;
    }

    /** The frames that can be decoded without the group before. */
    List<CodedFrame> withoutLeading() {
        return frames.stream().filter(frame -> !leading(frame)).toList();
    }

    boolean leading(CodedFrame frame) {
        return frame.pts() < keyframe.pts();
    }

    /** Whether a frame that is shown before the keyframe is wanted. */
    boolean needsGopBefore() {
        return frames.stream().anyMatch(frame -> frame.needed() && leading(frame));
    }

    /** Says that the decoder goes on from the group before. */
    void chain() {
        chained = true;
    }

    /** Remembers that a frame is wanted. */
    void need(CodedFrame frame) {
        lastNeeded = Math.max(lastNeeded, frames.lastIndexOf(frame));
    }

    /** Whether frames that the decoder has not had are wanted, or are needed for such. */
    boolean waits() {
        return sent <= lastNeeded;
    }

    /** The next frames for the decoder, up to the last one that is wanted. */
    List<CodedFrame> takeNeeded() {
        return take(lastNeeded + 1);
    }

    /** The next frames for the decoder, up to the end. */
    List<CodedFrame> takeAll() {
        return take(frames.size());
    }

    /** Whether a frame that the decoder has not had may begin a shot. */
    boolean restStandsOut() {
        return frames.subList(sent, frames.size()).stream().anyMatch(CodedFrame::conspicuous);
    }

    /** The next frames for the decoder, as long as they are shown before a PTS. */
    List<CodedFrame> takeBefore(long pts) {
        int end = sent;
        while (end < frames.size() && frames.get(end).pts() < pts) {
            end++;
        }
        return take(end);
    }

    /** The next frames for the decoder, as long as they are only references of others. */
    List<CodedFrame> takeHidden() {
        int end = sent;
        while (end < frames.size() && !frames.get(end).shown()) {
            end++;
        }
        return take(end);
    }

    /** Leaves out the frames that the decoder cannot decode. */
    private List<CodedFrame> take(int end) {
        List<CodedFrame> taken =
                frames.subList(sent, end).stream()
                        .filter(frame -> chained || !leading(frame))
                        .toList();
        sent = end;
        started |= !taken.isEmpty();
        return taken;
    }

    /** Whether its keyframe is the only frame that is wanted so far, and waits. */
    boolean keyframeWaitsAlone() {
        return sent == 0 && lastNeeded == 0;
    }

    /** Whether the decoder had any of it. */
    boolean started() {
        return started;
    }

    /** Frees the packets that were decoded; whether there were any. */
    boolean forgetSent() {
        boolean any = sent > 0;
        List<CodedFrame> had = frames.subList(0, sent);
        had.forEach(
                frame -> {
                    bytes -= frame.size();
                    frame.close();
                });
        had.clear();
        lastNeeded -= sent;
        sent = 0;
        whole = false;
        return any;
    }

    /** Compressed bytes that are kept. */
    long bytes() {
        return bytes;
    }

    /** PTS of the frame shown last so far. */
    long lastPts() {
        return lastPts;
    }

    @Override
    public void close() {
        frames.forEach(CodedFrame::close);
    }
}
