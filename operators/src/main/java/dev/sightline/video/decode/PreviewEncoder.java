// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Makes a small JPEG of a decoded frame: upright, in square pixels, not cropped. A frame of which
 * none can be made costs its picture and nothing else. One thread; owns its native contexts.
 */
final class PreviewEncoder implements AutoCloseable {

    /** What a preview of the usual size should take at most; larger ones take as much more. */
    private static final int USUAL_BYTES = 16 * 1024;

    private static final int USUAL_SIDE = 320;

    /** Luma and two chroma planes. */
    private static final int PLANES = 3;

    private static final byte[] NONE = {};

    private final int longSide;
    private final int mostBytes;
    private final SwsContext context;
    private final AVFrame scaled;
    private final AVFrame turned;
    private JpegEncoder encoder;

    /**
     * @param longSide longest side of a preview in pixels; 0 for no previews
     */
    PreviewEncoder(int longSide) {
        Natives.load();
        this.longSide = longSide;
        this.mostBytes =
                Math.max(USUAL_BYTES, USUAL_BYTES * longSide / USUAL_SIDE * longSide / USUAL_SIDE);
        context = sws_alloc_context();
        context.flags(SWS_BILINEAR);
        scaled = av_frame_alloc();
        turned = av_frame_alloc();
    }

    /**
     * Encodes a preview.
     *
     * @param frame a decoded frame; what it says of itself is completed, see {@link
     *     FrameScaler#complete}
     * @param aspect width of a pixel over its height
     * @return a JPEG, mostly of 16 KiB or less; empty if there is none to be had
     */
    byte[] encode(AVFrame frame, double aspect) {
        if (longSide == 0) {
            return NONE;
        }
        FrameScaler.complete(frame);
        PreviewShape shape =
                PreviewShape.of(
                        longSide,
                        FrameScaler.orientation(frame),
                        frame.width(),
                        frame.height(),
                        aspect);
        if (!prepare(scaled, shape.scaledWidth(), shape.scaledHeight())
                || sws_scale_frame(context, scaled, frame) < 0) {
            return NONE;
        }
        AVFrame picture = shape.upright() ? scaled : upright(shape);
        return picture == null || !open(shape) ? NONE : encoder.encode(picture, mostBytes);
    }

    private boolean open(PreviewShape shape) {
        if (encoder == null || !encoder.takes(shape.width(), shape.height())) {
            closeEncoder();
            encoder = JpegEncoder.open(shape.width(), shape.height());
        }
        return encoder != null;
    }

    private AVFrame upright(PreviewShape shape) {
        if (!prepare(turned, shape.width(), shape.height())) {
            return null;
        }
        for (int plane = 0; plane < PLANES; plane++) {
            int half = plane == 0 ? 0 : 1;
            int width = shape.width() + half >> half;
            int height = shape.height() + half >> half;
            int stride = scaled.linesize(plane);
            byte[] rows = new byte[stride * (shape.scaledHeight() + half >> half)];
            scaled.data(plane).position(0).get(rows);
            int targetStride = turned.linesize(plane);
            turned.data(plane)
                    .position(0)
                    .put(shape.turn(rows, stride, width, height, targetStride));
        }
        return turned;
    }

    /** Gives a frame's buffer the size that is wanted; the encoder may still hold the last one. */
    private static boolean prepare(AVFrame frame, int width, int height) {
        if (frame.width() == width && frame.height() == height) {
            return av_frame_make_writable(frame) >= 0;
        }
        av_frame_unref(frame);
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(width);
        frame.height(height);
        frame.colorspace(AVCOL_SPC_BT470BG);
        frame.color_range(AVCOL_RANGE_JPEG);
        if (av_frame_get_buffer(frame, 0) < 0) {
            av_frame_unref(frame); // or the next frame would find it allocated
            return false;
        }
        return true;
    }

    private void closeEncoder() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }

    @Override
    public void close() {
        closeEncoder();
        av_frame_free(scaled);
        av_frame_free(turned);
        sws_free_context(context);
    }
}
