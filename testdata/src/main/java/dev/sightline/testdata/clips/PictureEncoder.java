// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_DCT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_INTERLACED_ME;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Turns pictures into packets. One thread; owns its native context. */
final class PictureEncoder implements AutoCloseable {

    /** Takes packets; the packet is only valid during the call. */
    @FunctionalInterface
    interface Packets {
        void accept(AVPacket packet) throws IOException;
    }

    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();

    private PictureEncoder(AVCodecContext codec) {
        this.codec = codec;
    }

    /**
     * @param globalHeader whether the container holds the parameters, instead of each keyframe
     */
    static PictureEncoder open(Encoding encoding, boolean globalHeader) throws IOException {
        Ffmpeg.load();
        String name = encoding.encoder().libraryName();
        AVCodec library = Ffmpeg.present(avcodec_find_encoder_by_name(name), "encoder " + name);
        AVCodecContext codec = avcodec_alloc_context3(library);
        describe(codec, encoding);
        if (globalHeader) {
            codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        AVDictionary options = new AVDictionary(null);
        tune(codec, options, encoding);
        int result = avcodec_open2(codec, library, options);
        av_dict_free(options);
        PictureEncoder encoder = new PictureEncoder(codec);
        try {
            Ffmpeg.check(result, "open the encoder " + name);
            return encoder;
        } catch (IOException e) {
            encoder.close();
            throw e;
        }
    }

    private static void describe(AVCodecContext codec, Encoding encoding) {
        Rational timeBase = encoding.timeBase();
        Rational aspect = encoding.display().sampleAspect();
        codec.width(encoding.width());
        codec.height(encoding.height());
        codec.pix_fmt(AV_PIX_FMT_YUV420P);
        codec.time_base().num(timeBase.numerator()).den(timeBase.denominator());
        codec.sample_aspect_ratio().num(aspect.numerator()).den(aspect.denominator());
        ColourTags.of(encoding.display().colours()).tag(codec);
        codec.gop_size(encoding.gop());
        codec.max_b_frames(encoding.bFrames());
        codec.thread_count(encoding.threads());
        // Threads by frame would hand out other bytes from run to run.
        codec.thread_type(FF_THREAD_SLICE);
        codec.flags(AV_CODEC_FLAG_BITEXACT);
        if (encoding.display().interlaced()) {
            codec.flags(codec.flags() | AV_CODEC_FLAG_INTERLACED_DCT | AV_CODEC_FLAG_INTERLACED_ME);
        }
    }

    /** Constant quality: a rate control would make bytes depend on what came before. */
    private static void tune(AVCodecContext codec, AVDictionary options, Encoding encoding) {
        int quantizer = encoding.quantizer();
        switch (encoding.encoder()) {
            case H264 -> {
                codec.qmin(quantizer);
                codec.qmax(quantizer);
                av_dict_set(options, "rc_mode", "quality", 0);
                av_dict_set(options, "allow_skip_frames", "0", 0);
            }
            case VP9 -> {
                codec.bit_rate(0);
                av_dict_set(options, "crf", String.valueOf(quantizer), 0);
                av_dict_set(options, "deadline", "realtime", 0);
                av_dict_set(options, "cpu-used", "8", 0);
                av_dict_set(options, "lag-in-frames", "0", 0);
            }
            case MPEG2, MPEG4 -> {
                codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE);
                codec.global_quality(quantizer * FF_QP2LAMBDA);
            }
        }
    }

    AVCodecContext codec() {
        return codec;
    }

    /** Takes a picture; hands out the packets that are ready. */
    void encode(PlanarPicture picture, long pts, Packets packets) throws IOException {
        picture.frame().pts(pts);
        // The MPEG encoders take a constant quantizer from each picture, not from their context.
        picture.frame().quality(codec.global_quality());
        picture.frame().time_base(codec.time_base());
        send(picture.frame(), packets);
    }

    /** Hands out the packets of the pictures that were held back. */
    void finish(Packets packets) throws IOException {
        send(null, packets);
    }

    private void send(AVFrame frame, Packets packets) throws IOException {
        Ffmpeg.check(avcodec_send_frame(codec, frame), "encode a picture");
        int result = avcodec_receive_packet(codec, packet);
        while (result >= 0) {
            packets.accept(packet);
            result = avcodec_receive_packet(codec, packet);
        }
        if (result != AVERROR_EAGAIN() && result != AVERROR_EOF()) {
            Ffmpeg.check(result, "encode a picture");
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
    }
}
