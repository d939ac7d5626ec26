// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A medium with its demuxer, its decoder, and the frame that was decoded last. One thread. */
final class OpenedVideo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedVideo.class);

    /** What FFmpeg takes for the rate of a stream that states none. */
    private static final double UNSTATED_FRAME_RATE = 25;

    private final MediaInput input;
    private final Demuxer demuxer;
    private final FrameDecoder decoder;
    private final DecoderSettings settings;
    private final AVFrame frame = av_frame_alloc();
    private long nextPts;

    /** From one frame to the next; negative before the first one, 0 if they have time stamps. */
    private long frameTicks = -1;

    private OpenedVideo(
            MediaInput input, Demuxer demuxer, FrameDecoder decoder, DecoderSettings settings) {
        this.input = input;
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.settings = settings;
        this.nextPts = demuxer.startPts().orElse(0);
    }

    static OpenedVideo open(MediaInput input, DecoderSettings settings, Deadline deadline)
            throws MediaException {
        Demuxer demuxer = Demuxer.open(input, deadline);
        try {
            return new OpenedVideo(input, demuxer, decoder(demuxer, input, settings), settings);
        } catch (MediaException | RuntimeException e) {
            demuxer.close();
            throw e;
        }
    }

    private static FrameDecoder decoder(Demuxer demuxer, MediaInput input, DecoderSettings settings)
            throws MediaException {
        return FrameDecoder.open(demuxer.stream(), input, settings);
    }

    /** A second decoder of the same stream, which the caller closes before this. */
    FrameDecoder anotherDecoder() throws MediaException {
        return decoder(demuxer, input, settings);
    }

    Demuxer demuxer() {
        return demuxer;
    }

    FrameDecoder decoder() {
        return decoder;
    }

    /** Where decoded frames are put; the content is valid until the next one is decoded. */
    AVFrame frame() {
        return frame;
    }

    /** The frame's PTS, or the decoder's best guess where the container has none. */
    long pts(long fallback) {
        long pts = frame.best_effort_timestamp();
        return pts == AV_NOPTS_VALUE ? fallback : pts;
    }

    /**
     * The frame's PTS, asked once of each frame. A stream without a container has none: its frames
     * are put one behind the other at the frame rate that the stream states. Where others had one,
     * a frame without has that of the frame before.
     */
    long ptsInSequence() {
        boolean stamped = frame.best_effort_timestamp() != AV_NOPTS_VALUE;
        if (stamped) {
            frameTicks = 0;
        } else if (frameTicks < 0) {
            frameTicks = Math.max(1, demuxer.timeBase().ticks(1 / frameRate()));
            LOG.warn(
                    "{} has no time stamps; its times follow from {} frames a second",
                    input,
                    frameRate());
        }
        long pts = pts(nextPts);
        nextPts = pts + frameTicks;
        return pts;
    }

    private double frameRate() {
        try (AVRational rate =
                av_guess_frame_rate(demuxer.context(), demuxer.stream(), (AVFrame) null)) {
            boolean stated = rate.num() > 0 && rate.den() > 0;
            return stated ? (double) rate.num() / rate.den() : UNSTATED_FRAME_RATE;
        }
    }

    /**
     * Width of a pixel over its height; 1 if not known. The container overrules the codec, as
     * players have it.
     */
    double aspect() {
        // Returned by value, so the binding allocates it; nothing else would free it.
        try (AVRational aspect =
                av_guess_sample_aspect_ratio(demuxer.context(), demuxer.stream(), frame)) {
            boolean known = aspect.num() > 0 && aspect.den() > 0;
            return known ? (double) aspect.num() / aspect.den() : 1;
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        decoder.close();
        demuxer.close();
    }
}
