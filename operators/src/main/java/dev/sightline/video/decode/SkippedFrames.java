// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.sightline.video.change.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes frames that were left out, with a decoder of its own, from the keyframe before them. One
 * thread; does not own the video or its packets.
 */
final class SkippedFrames implements AutoCloseable {

    private final OpenedVideo video;
    private final AVFrame frame = av_frame_alloc();
    private final Thumbnailer thumbnailer = new Thumbnailer();
    private FrameDecoder decoder;

    SkippedFrames(OpenedVideo video) {
        this.video = video;
    }

    /**
     * Decodes frames, and what they refer to.
     *
     * @param wanted the frames, adjacent in order of presentation
     * @param coded what {@link GopQueue#toDecode} says of them
     * @return small pictures of all of them, in order of presentation; empty if one cannot be had
     */
    List<Frame> decode(Set<CodedFrame> wanted, List<CodedFrame> coded) {
        Set<Long> missing = wanted.stream().map(CodedFrame::pts).collect(Collectors.toSet());
        List<Frame> frames = new ArrayList<>(wanted.size());
        try {
            if (decoder == null) {
                decoder = video.anotherDecoder();
            }
            for (CodedFrame next : coded) {
                if (wanted.contains(next)) {
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
        return missing.isEmpty() ? frames : List.of();
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
