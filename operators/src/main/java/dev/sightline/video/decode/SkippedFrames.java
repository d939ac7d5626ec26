// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.change.Detail;
import dev.sightline.video.change.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes frames that were left out, when they are asked for, with a decoder of its own: from the
 * keyframe before them, without deblocking, which small pictures do not show. Of a long hole only
 * the frames that others refer to are decoded at first, and what lies between two of those if it is
 * asked for in turn. One thread; does not own the video or its packets.
 */
final class SkippedFrames implements AutoCloseable {

    /** Two frames that others refer to have seldom more between them. */
    private static final int FEW = 4;

    private final OpenedVideo video;
    private final GopQueue gops;
    private final AVFrame frame = av_frame_alloc();
    private final Thumbnailer thumbnailer;
    private FrameDecoder decoder;
    private long askedAt = Long.MIN_VALUE;

    /**
     * @param ignore where nothing is a change
     */
    SkippedFrames(OpenedVideo video, GopQueue gops, IgnoreRegions ignore) {
        this.video = video;
        this.gops = gops;
        this.thumbnailer = new Thumbnailer(ignore);
    }

    /** What lies between two frames that were decoded. */
    Detail between(long from, long to) {
        Set<CodedFrame> wanted = gops.between(from, to);
        return wanted.isEmpty() ? Detail.ADJACENT : new Hole(from, to, wanted, true);
    }

    /** PTS of the frame before which a few frames in a row were asked for last. */
    long askedAt() {
        return askedAt;
    }

    private final class Hole implements Detail {

        private final long from;
        private final long to;
        private final Set<CodedFrame> wanted;
        private final boolean outermost;

        Hole(long from, long to, Set<CodedFrame> wanted, boolean outermost) {
            this.from = from;
            this.to = to;
            this.wanted = wanted;
            this.outermost = outermost;
        }

        @Override
        public boolean adjacent() {
            return false;
        }

        @Override
        public boolean quiet() {
            return !gops.shotMayBegin(from, to);
        }

        @Override
        public List<Known> between(Frame later) {
            List<Frame> frames = List.of();
            if (outermost && wanted.size() > FEW) {
                frames = decode(wanted, true);
            } else if (outermost) {
                askedAt = to;
            }
            if (!frames.isEmpty()) {
                return known(frames, later);
            }
            frames = decode(wanted, false);
            return frames.size() == wanted.size() ? known(frames, later) : List.of();
        }

        private List<Known> known(List<Frame> frames, Frame later) {
            List<Known> known = new ArrayList<>(frames.size() + 1);
            long before = from;
            for (Frame next : frames) {
                known.add(new Known(next, within(before, next.pts())));
                before = next.pts();
            }
            known.add(new Known(later, within(before, to)));
            return known;
        }

        private Detail within(long start, long end) {
            Set<CodedFrame> rest = gops.between(start, end);
            boolean asked = rest.size() == wanted.size() || rest.isEmpty();
            return asked ? ADJACENT : new Hole(start, end, rest, false);
        }
    }

    /**
     * @param coarse whether only frames that others refer to are decoded
     * @return small pictures of what could be decoded, in order of presentation
     */
    private List<Frame> decode(Set<CodedFrame> wanted, boolean coarse) {
        Set<Long> missing = wanted.stream().map(CodedFrame::pts).collect(Collectors.toSet());
        List<Frame> frames = new ArrayList<>(wanted.size());
        try {
            if (decoder == null) {
                decoder = video.anotherDecoder();
                decoder.leaveOutDeblocking();
            }
            for (CodedFrame next : gops.toDecode(wanted)) {
                if (!coarse && wanted.contains(next)) {
                    decoder.send(next.packet());
                } else {
                    decoder.sendAsReference(next.packet());
                }
                receive(missing, frames);
            }
            decoder.send(null);
            receive(missing, frames);
            decoder.flush();
        } catch (MediaException e) {
            return List.of(); // told of where the same frames are read as samples
        }
        return frames;
    }

    private void receive(Set<Long> missing, List<Frame> frames) throws MediaException {
        while (decoder.receive(frame)) {
            long pts = frame.best_effort_timestamp();
            if (missing.remove(pts)) {
                frames.add(new Frame(pts, thumbnailer.of(frame)));
            }
        }
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
        }
        thumbnailer.close();
        av_frame_free(frame);
    }
}
