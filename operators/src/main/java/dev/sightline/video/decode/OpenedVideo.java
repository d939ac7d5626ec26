// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A file with its demuxer, its decoder, and the frame that was decoded last. One thread. */
final class OpenedVideo implements AutoCloseable {

    private final Demuxer demuxer;
    private final FrameDecoder decoder;
    private final DecoderSettings settings;
    private final AVFrame frame = av_frame_alloc();

    private OpenedVideo(Demuxer demuxer, FrameDecoder decoder, DecoderSettings settings) {
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.settings = settings;
    }

    static OpenedVideo open(String path, DecoderSettings settings, Deadline deadline)
            throws MediaException {
        Demuxer demuxer = Demuxer.open(path, deadline);
        try {
            return new OpenedVideo(demuxer, decoder(demuxer, settings), settings);
        } catch (MediaException e) {
            demuxer.close();
            throw e;
        }
    }

    private static FrameDecoder decoder(Demuxer demuxer, DecoderSettings settings)
            throws MediaException {
        return FrameDecoder.open(demuxer.stream(), settings.threads(), settings.maxPixels());
    }

    /** A second decoder of the same stream, which the caller closes before this. */
    FrameDecoder anotherDecoder() throws MediaException {
        return decoder(demuxer, settings);
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
