// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_DEFAULT;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_NONREF;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import dev.sightline.video.StreamFailed.Category;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The decoder of one stream. A packet that it refuses is counted and passed over: a damaged frame
 * costs itself, not the video. One thread; owns its native context.
 */
final class FrameDecoder implements AutoCloseable {

    /** Before so many frames, a few damaged ones say nothing about the rest. */
    private static final int FRAMES_TO_JUDGE = 24;

    private final AVCodecContext context;
    private long frames;
    private long damagedFrames;
    private long refusedPackets;

    private FrameDecoder(AVCodecContext context) {
        this.context = context;
    }

    /**
     * Opens the decoder that the stream asks for.
     *
     * @param input says which ones it may ask for
     * @throws MediaException if there is none, or it refuses the stream
     */
    static FrameDecoder open(AVStream stream, MediaInput input, DecoderSettings settings)
            throws MediaException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || !AllowedCodecs.holds(input, Natives.string(codec.name()))) {
            throw new MediaException(
                    Category.OPEN,
                    "has no decoder here for "
                            + Natives.string(avcodec_get_name(stream.codecpar().codec_id())));
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, stream.codecpar());
        context.pkt_timebase(stream.time_base());
        context.thread_count(settings.threads());
        context.max_pixels(settings.maxPixels());
        int result = avcodec_open2(context, codec, (AVDictionary) null);
        if (result < 0) {
            avcodec_free_context(context);
            throw new MediaException(
                    Category.OPEN, "its decoder does not start: " + Natives.message(result));
        }
        return new FrameDecoder(context);
    }

    /** Hands over a packet, or null for the end of the stream. */
    void send(AVPacket packet) {
        int result = avcodec_send_packet(context, packet);
        if (result < 0 && result != AVERROR_EOF()) {
            refusedPackets++;
        }
    }

    /**
     * Hands over a packet whose own picture is not wanted: it is decoded only if other frames refer
     * to it. Its deblocking cannot be left out: the error grows from frame to frame, and moves the
     * vector of a sample by 0.001 within a second and by 0.05 within eight.
     */
    void sendAsReference(AVPacket packet) {
        context.skip_frame(AVDISCARD_NONREF);
        send(packet);
        context.skip_frame(AVDISCARD_DEFAULT);
    }

    /**
     * Hands over a keyframe on which no other wanted frame stands. Without deblocking it costs a
     * tenth less, and a picture that is scaled down to a model's size does not show it.
     */
    void sendAlone(AVPacket packet) {
        context.skip_loop_filter(AVDISCARD_ALL);
        send(packet);
        context.skip_loop_filter(AVDISCARD_DEFAULT);
    }

    /** Leaves deblocking out of all frames. */
    void leaveOutDeblocking() {
        context.skip_loop_filter(AVDISCARD_ALL);
    }

    /** Forgets all frames, behind the end of a group of pictures or before another place. */
    void flush() {
        avcodec_flush_buffers(context);
    }

    /**
     * Takes the next frame in presentation order.
     *
     * @return false if it wants another packet, or has ended
     * @throws MediaException if more than half of the frames are damaged
     */
    boolean receive(AVFrame frame) throws MediaException {
        while (true) {
            int result = avcodec_receive_frame(context, frame);
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
                return false;
            }
            if (result >= 0) {
                judge(frame);
                return true;
            }
            refusedPackets++;
        }
    }

    private void judge(AVFrame frame) throws MediaException {
        frames++;
        if (frame.decode_error_flags() != 0) {
            damagedFrames++;
        }
        if (frames >= FRAMES_TO_JUDGE && damagedFrames * 2 > frames) {
            throw new MediaException(
                    Category.DECODE,
                    damagedFrames
                            + " of the first "
                            + frames
                            + " frames are damaged; the file is encrypted or broken");
        }
    }

    /** Packets and frames that could not be decoded properly so far. */
    long errors() {
        return refusedPackets + damagedFrames;
    }

    @Override
    public void close() {
        avcodec_free_context(context);
    }
}
