// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** All frames of a file in presentation order: demuxer and decoder joined. One thread. */
final class FrameSource implements AutoCloseable {

    private final Demuxer demuxer;
    private final FrameDecoder decoder;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private boolean drained;

    private FrameSource(Demuxer demuxer, FrameDecoder decoder) {
        this.demuxer = demuxer;
        this.decoder = decoder;
    }

    static FrameSource open(String path, DecoderSettings settings, Deadline deadline)
            throws MediaException {
        Demuxer demuxer = Demuxer.open(path, deadline);
        try {
            return new FrameSource(demuxer, FrameDecoder.open(demuxer.stream(), settings));
        } catch (MediaException e) {
            demuxer.close();
            throw e;
        }
    }

    /**
     * The next frame; it is valid until the next call.
     *
     * @return null at the end
     * @throws MediaException if the file cannot be read on
     */
    AVFrame next() throws MediaException {
        while (!decoder.receive(frame)) {
            if (drained) {
                return null;
            }
            feed();
        }
        return frame;
    }

    private void feed() throws MediaException {
        if (demuxer.read(packet)) {
            decoder.send(packet);
            av_packet_unref(packet);
        } else {
            decoder.send(null);
            drained = true;
        }
    }

    /** A frame's PTS, or the decoder's best guess where the container has none. */
    static long pts(AVFrame frame, long fallback) {
        long pts = frame.best_effort_timestamp();
        return pts == AV_NOPTS_VALUE ? fallback : pts;
    }

    /** Width of a pixel over its height; the container overrules the codec, as players have it. */
    AVRational aspect(AVFrame current) {
        return av_guess_sample_aspect_ratio(demuxer.context(), demuxer.stream(), current);
    }

    Demuxer demuxer() {
        return demuxer;
    }

    FrameDecoder decoder() {
        return decoder;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        decoder.close();
        demuxer.close();
    }
}
