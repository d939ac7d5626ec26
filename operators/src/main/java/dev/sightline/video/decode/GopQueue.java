// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * The groups of pictures that were read: the current one, which is being decoded, those behind it,
 * and those before it that lie behind the last frame handed out. Owns their packets.
 */
final class GopQueue implements AutoCloseable {

    private final long mostBytes;
    private final Deque<Gop> left = new ArrayDeque<>();
    private final Deque<Gop> gops = new ArrayDeque<>();
    private final TreeMap<Long, CodedFrame> frames = new TreeMap<>();
    private final PacketSizes sizes;
    private long bytes;

    /**
     * @param mostBytes most that is kept of all groups together; what is not handed out yet is kept
     *     nevertheless, and the queue is full
     * @param sizes judges the frames
     */
    GopQueue(long mostBytes, PacketSizes sizes) {
        this.mostBytes = mostBytes;
        this.sizes = sizes;
    }

    boolean isEmpty() {
        return gops.isEmpty();
    }

    Gop current() {
        return gops.getFirst();
    }

    /** Whether no group was read behind the current one. */
    boolean isLast() {
        return gops.size() == 1;
    }

    private Gop next() {
        Iterator<Gop> iterator = gops.iterator();
        iterator.next();
        return iterator.hasNext() ? iterator.next() : null;
    }

    /**
     * Takes the next frame in the order of decoding.
     *
     * @param begins whether it is a keyframe, at which decoding can begin
     */
    CodedFrame add(AVPacket packet, boolean begins) throws SparseDecodingFailed {
        if (begins) {
            gops.add(new Gop());
        } else if (gops.isEmpty()) {
            throw new SparseDecodingFailed("does not begin with a keyframe");
        }
        CodedFrame frame = gops.getLast().add(packet);
        bytes += frame.size();
        forgetWhatIsTooMuch();
        sizes.judge(frame);
        if (frame.shown()) {
            frames.put(frame.pts(), frame);
        }
        return frame;
    }

    /** Marks the frame with a PTS as wanted. */
    void need(long pts) {
        frames.get(pts).need();
    }

    /** Whether there is a frame with a PTS that was not handed out before. */
    boolean holds(long pts) {
        return frames.containsKey(pts);
    }

    /** The frames shown between two, in order of presentation; none if they were handed out. */
    Set<CodedFrame> between(long from, long to) {
        return from < to
                ? new LinkedHashSet<>(frames.subMap(from, false, to, false).values())
                : Set.of();
    }

    /**
     * What a decoder that knows nothing has to be given for frames of adjacent groups, in the order
     * of decoding.
     *
     * @return empty if a part of it was freed
     */
    List<CodedFrame> toDecode(Set<CodedFrame> wanted) {
        List<Gop> all = new ArrayList<>(left);
        all.addAll(gops);
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (CodedFrame frame : wanted) {
            int index = all.indexOf(frame.gop());
            first = Math.min(first, frame.leading() ? index - 1 : index);
            last = Math.max(last, index);
        }
        List<CodedFrame> coded = new ArrayList<>();
        for (int i = first; i >= 0 && i <= last; i++) {
            if (!all.get(i).whole()) {
                return List.of();
            }
            coded.addAll(i == first ? all.get(i).withoutLeading() : all.get(i).frames());
        }
        while (!coded.isEmpty() && !wanted.contains(coded.get(coded.size() - 1))) {
            coded.remove(coded.size() - 1);
        }
        return coded;
    }

    /** Whether all frames that are shown before the next keyframe, and it itself, are placed. */
    boolean nextIsPlaced(long placed) {
        Gop next = next();
        return next != null && next.keyframe().pts() <= placed && current().lastPts() <= placed;
    }

    /** Whether a wanted frame of the next group refers to the current one. */
    boolean nextNeeds() {
        Gop next = next();
        return next != null && next.needsGopBefore();
    }

    /** Whether the rest of the current group, or the next keyframe, may begin a shot. */
    boolean shotMayBegin() {
        Gop next = next();
        return current().restStandsOut() || next != null && next.keyframe().conspicuous();
    }

    /** Whether a frame behind one PTS, up to another, may begin a shot. */
    boolean shotMayBegin(long behind, long upTo) {
        return frames.subMap(behind, false, upTo, true).values().stream()
                .anyMatch(CodedFrame::conspicuous);
    }

    /** Goes on to the next group without a break in decoding. */
    void chain() {
        next().chain();
        leave();
    }

    /** Goes on to the next group. */
    void leave() {
        left.add(gops.removeFirst());
        forgetWhatIsTooMuch();
    }

    private void forgetWhatIsTooMuch() {
        while (bytes > mostBytes && !left.isEmpty()) {
            forgetOldest();
        }
    }

    /** Whether so much is kept that the current group has to be decoded away. */
    boolean full() {
        return bytes > mostBytes;
    }

    /** Frees the packets of the current group that were decoded; whether there were any. */
    boolean forgetSent() {
        long before = current().bytes();
        boolean any = current().forgetSent();
        bytes -= before - current().bytes();
        return any;
    }

    /** Frees what lies before a frame that was handed out. */
    void forgetBefore(long pts) {
        // Frames that are shown before their keyframe need one group more.
        while (left.size() > 1 && left.getFirst().lastPts() < pts) {
            forgetOldest();
        }
        frames.headMap(pts).clear();
    }

    private void forgetOldest() {
        Gop gop = left.removeFirst();
        bytes -= gop.bytes();
        gop.close();
    }

    @Override
    public void close() {
        left.forEach(Gop::close);
        gops.forEach(Gop::close);
    }
}
