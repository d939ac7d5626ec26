// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT470BG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_POINT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;
import static org.bytedeco.ffmpeg.global.swscale.sws_test_colorspace;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.StreamFailed.Category;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Brings decoded frames to the model's input size in RGB.
 *
 * <p>The scaler reads size, pixel format, colour space and range from each frame, so a change in
 * mid-stream needs no care. Bicubic with a = -0.5 and exact chroma is what the models were trained
 * with; swscale's defaults are off by several grey levels. It goes by way of planes, which swscale
 * makes with vector instructions where the processor is x86; the same values packed it computes one
 * by one, which takes as long as all the rest. One thread; owns its native contexts.
 */
final class FrameScaler implements AutoCloseable {

    /** Standard definition ends here; above it, untagged video is BT.709 by convention. */
    private static final int LARGEST_SD_HEIGHT = 576;

    /** How many pixels of the larger of two pictures the scaler takes on each side for one. */
    private static final int REACH = 2;

    private static final int AS_INPUT = 0;

    /** Chroma may have half as many values. */
    private static final int CHROMA = 2;

    private final FrameGeometry geometry;
    private final IgnoredPixels ignored;
    private final SwsContext context;
    private final SwsContext packing;
    private final AVFrame planar;
    private final AVFrame scaled;

    /**
     * @param ignore what is not to be seen of a frame
     */
    FrameScaler(FrameGeometry geometry, IgnoreRegions ignore) {
        this.geometry = geometry;
        this.ignored = new IgnoredPixels(ignore);
        context = sws_alloc_context();
        context.flags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP);
        context.scaler_params(0, 0);
        context.scaler_params(1, 0.5);
        packing = sws_alloc_context();
        packing.flags(SWS_POINT); // it must only put values in another order
        planar = av_frame_alloc();
        scaled = av_frame_alloc();
    }

    /**
     * @param frame a decoded frame; what it says of itself is completed, see {@link #complete}
     * @param aspect width of a pixel over its height
     * @return width x height x 3 RGB bytes of the geometry
     * @throws MediaException if the pixel format cannot be converted
     */
    byte[] toRgb(AVFrame frame, double aspect) throws MediaException {
        complete(frame);
        PixelPlacer placer =
                PixelPlacer.of(geometry, orientation(frame), frame.width(), frame.height(), aspect);
        prepare(placer.scaledWidth(), placer.scaledHeight());
        int result = sws_scale_frame(context, planar, frame);
        if (result >= 0) {
            result = sws_scale_frame(packing, scaled, planar);
        }
        if (result < 0) {
            throw new MediaException(
                    Category.DECODE, "a frame cannot be scaled: " + Natives.message(result));
        }
        byte[] rows = new byte[scaled.linesize(0) * scaled.height()];
        scaled.data(0).position(0).get(rows);
        ignored.fill(rows, 0, scaled.linesize(0), 3, shape(frame, placer.orientation()));
        return placer.place(rows, scaled.linesize(0));
    }

    private IgnoredPixels.Shape shape(AVFrame frame, Orientation orientation) {
        return new IgnoredPixels.Shape(
                orientation,
                scaled.width(),
                scaled.height(),
                reach(frame.width(), scaled.width()),
                reach(frame.height(), scaled.height()));
    }

    private static int reach(int from, int to) {
        return REACH * Math.max(1, -(-CHROMA * to / from));
    }

    /** How the picture lies, as the frame says. */
    static Orientation orientation(AVFrame frame) {
        AVFrameSideData matrix = av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
        return matrix == null || matrix.isNull()
                ? Orientation.UPRIGHT
                : Orientation.ofDisplayMatrix(matrix.data());
    }

    /**
     * Completes what the scaler asks of a frame, which else fails or comes out wrong.
     *
     * <p>Untagged video would be taken for BT.601 whatever its size. What the scaler cannot convert
     * from (ICtCp, YCgCo, constant luminance) gets a tag too: its shapes are right then, its
     * colours are not. Two fields are scaled as one picture: in the size of a model or a preview
     * they are one.
     */
    static void complete(AVFrame frame) {
        frame.flags(frame.flags() & ~AV_FRAME_FLAG_INTERLACED);
        int matrix = frame.colorspace();
        if (matrix == AVCOL_SPC_UNSPECIFIED || sws_test_colorspace(matrix, AS_INPUT) == 0) {
            frame.colorspace(
                    frame.height() > LARGEST_SD_HEIGHT ? AVCOL_SPC_BT709 : AVCOL_SPC_BT470BG);
        }
    }

    private void prepare(int width, int height) throws MediaException {
        allocate(planar, AV_PIX_FMT_GBRP, width, height);
        allocate(scaled, AV_PIX_FMT_RGB24, width, height);
    }

    private static void allocate(AVFrame frame, int format, int width, int height)
            throws MediaException {
        if (frame.width() == width && frame.height() == height) {
            return;
        }
        av_frame_unref(frame);
        frame.format(format);
        frame.width(width);
        frame.height(height);
        frame.colorspace(AVCOL_SPC_RGB);
        frame.color_range(AVCOL_RANGE_JPEG);
        if (av_frame_get_buffer(frame, 0) < 0) {
            av_frame_unref(frame); // or the next frame would find it allocated
            throw new MediaException(Category.DECODE, "no memory for a scaled frame");
        }
    }

    @Override
    public void close() {
        av_frame_free(scaled);
        av_frame_free(planar);
        sws_free_context(packing);
        sws_free_context(context);
    }
}
