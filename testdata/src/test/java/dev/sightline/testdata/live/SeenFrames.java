// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Reads a stream as FFmpeg's own demuxers do, to see what a server of these really sends. */
final class SeenFrames {

    /** A client that waits for ever would be a test that hangs. */
    private static final String TIMEOUT_MICROS = "10000000";

    /** Sender reports alone keep a connection from timing out. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * A frame.
     *
     * @param seconds its PTS
     * @param number what it shows
     * @param wallMicros Unix time of its PTS by sender reports; below a year where there is none
     */
    record Seen(double seconds, OptionalLong number, long wallMicros) {}

    private final AVFormatContext container;
    private final List<Seen> seen = new ArrayList<>();

    private SeenFrames(AVFormatContext container) {
        this.container = container;
    }

    /**
     * Reads frames until there are enough, or the stream ends. Where reports arrive but no media,
     * which a server does now and then on a busy machine, it connects once more.
     *
     * @throws IOException if it cannot be opened
     */
    static List<Seen> read(String uri, int count) throws IOException {
        List<Seen> seen = readOnce(uri, count);
        return seen.isEmpty() ? readOnce(uri, count) : seen;
    }

    private static List<Seen> readOnce(String uri, int count) throws IOException {
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "rtsp_transport", "tcp", 0);
        av_dict_set(options, "timeout", TIMEOUT_MICROS, 0);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        AVIOInterruptCB.Callback_Pointer late =
                new AVIOInterruptCB.Callback_Pointer() {
                    @Override
                    public int call(Pointer opaque) {
                        return System.nanoTime() > deadline ? 1 : 0;
                    }
                };
        AVFormatContext container = avformat_alloc_context();
        container.interrupt_callback().callback(late);
        int result = avformat_open_input(container, uri, null, options);
        av_dict_free(options);
        if (result < 0) {
            late.close();
            throw new IOException("cannot open: " + result);
        }
        SeenFrames frames = new SeenFrames(container);
        try {
            avformat_find_stream_info(container, (AVDictionary) null);
            frames.decode(count);
            return frames.seen;
        } finally {
            avformat_close_input(container);
            late.close();
        }
    }

    private void decode(int count) {
        AVStream stream = container.streams(0);
        AVCodecContext codec = avcodec_alloc_context3(null);
        avcodec_parameters_to_context(codec, stream.codecpar());
        avcodec_open2(
                codec, avcodec_find_decoder(stream.codecpar().codec_id()), (AVDictionary) null);
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        while (seen.size() < count && av_read_frame(container, packet) >= 0) {
            avcodec_send_packet(codec, packet);
            while (avcodec_receive_frame(codec, frame) >= 0) {
                // FFmpeg leaves the first packet of an RTSP stream without a PTS.
                if (frame.pts() != AV_NOPTS_VALUE) {
                    seen.add(seen(frame, stream));
                }
            }
            av_packet_unref(packet);
        }
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(codec);
    }

    private Seen seen(AVFrame frame, AVStream stream) {
        double seconds = (double) frame.pts() * stream.time_base().num() / stream.time_base().den();
        long wall = container.start_time_realtime() + (long) (seconds * 1e6);
        return new Seen(seconds, number(frame), wall);
    }

    private static OptionalLong number(AVFrame frame) {
        byte[] rgb = new byte[frame.width() * frame.height() * 3];
        BytePointer luma = frame.data(0);
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width() * 3; x++) {
                rgb[y * frame.width() * 3 + x] = luma.get((long) y * frame.linesize(0) + x / 3);
            }
        }
        return CounterPicture.read(rgb, frame.width(), frame.height());
    }
}
