// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * FFmpeg's JPEG encoder for pictures of one size. The same picture always gives the same bytes,
 * whatever was encoded before. One thread; owns its native context.
 */
final class JpegEncoder implements AutoCloseable {

    /** Quantiser scales from good to poor; the encoder knows 2 to 31. */
    private static final int[] QUANTISERS = {3, 5, 8, 12, 18, 31};

    private final int width;
    private final int height;
    private final AVCodecContext context;
    private final AVPacket packet;
    private long pictures;

    private JpegEncoder(AVCodecContext context) {
        this.width = context.width();
        this.height = context.height();
        this.context = context;
        this.packet = av_packet_alloc();
    }

    /**
     * Opens an encoder of planar 4:2:0 pictures in full range.
     *
     * @return null if this build of FFmpeg has none, or it refuses the size
     */
    static JpegEncoder open(int width, int height) {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
        if (codec == null) {
            return null;
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.width(width);
        context.height(height);
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.color_range(AVCOL_RANGE_JPEG);
        context.colorspace(AVCOL_SPC_BT470BG);
        context.time_base().num(1).den(1);
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
        context.global_quality(QUANTISERS[0] * FF_QP2LAMBDA);
        if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            avcodec_free_context(context);
            return null;
        }
        return new JpegEncoder(context);
    }

    boolean takes(int pictureWidth, int pictureHeight) {
        return width == pictureWidth && height == pictureHeight;
    }

    /**
     * Encodes with the best quality that fits.
     *
     * @param most bytes that are wanted at most; only a picture that cannot be encoded in fewer
     *     takes more
     * @return an empty array if the encoder fails
     */
    byte[] encode(AVFrame picture, int most) {
        byte[] jpeg = {};
        for (int quantiser : QUANTISERS) {
            jpeg = encodeAt(picture, quantiser);
            if (jpeg.length <= most) {
                return jpeg;
            }
        }
        return jpeg;
    }

    private byte[] encodeAt(AVFrame picture, int quantiser) {
        picture.quality(quantiser * FF_QP2LAMBDA);
        picture.pts(pictures++);
        if (avcodec_send_frame(context, picture) < 0
                || avcodec_receive_packet(context, packet) < 0) {
            return new byte[0];
        }
        byte[] jpeg = new byte[packet.size()];
        packet.data().position(0).get(jpeg);
        av_packet_unref(packet);
        return jpeg;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
