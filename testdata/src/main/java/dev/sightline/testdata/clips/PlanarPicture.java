// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** A picture in the planes that encoders take, in native memory; owns it. */
final class PlanarPicture implements AutoCloseable {

    private final AVFrame frame;

    private PlanarPicture(AVFrame frame) {
        this.frame = frame;
    }

    static PlanarPicture of(Picture picture, Display.Colours colours) throws IOException {
        Ffmpeg.load();
        AVFrame planes = frame(picture, AV_PIX_FMT_YUV420P);
        ColourTags.of(colours).tag(planes);
        AVFrame rgb = frame(picture, AV_PIX_FMT_RGB24);
        rgb.colorspace(AVCOL_SPC_RGB);
        rgb.color_range(AVCOL_RANGE_JPEG);
        rgb.data(0).put(picture.rgb(), 0, picture.rgb().length);
        SwsContext scaler = sws_alloc_context();
        scaler.flags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INP);
        try {
            Ffmpeg.check(sws_scale_frame(scaler, planes, rgb), "convert a picture");
            return new PlanarPicture(planes);
        } catch (IOException e) {
            av_frame_free(planes);
            throw e;
        } finally {
            sws_free_context(scaler);
            av_frame_free(rgb);
        }
    }

    /** Rows lie without space between them, so that a picture is one copy. */
    private static AVFrame frame(Picture picture, int format) throws IOException {
        AVFrame frame = av_frame_alloc();
        frame.format(format);
        frame.width(picture.width());
        frame.height(picture.height());
        Ffmpeg.check(av_frame_get_buffer(frame, 1), "allocate a picture");
        return frame;
    }

    /** A part of the picture that shares its memory; even offsets, so that the colours fit. */
    PlanarPicture window(int left, int top, int width, int height) throws IOException {
        AVFrame window = Ffmpeg.present(av_frame_clone(frame), "memory");
        window.crop_left(left & ~1);
        window.crop_top(top & ~1);
        window.crop_right(frame.width() - width - (left & ~1));
        window.crop_bottom(frame.height() - height - (top & ~1));
        Ffmpeg.check(av_frame_apply_cropping(window, AV_FRAME_CROP_UNALIGNED), "crop");
        return new PlanarPicture(window);
    }

    AVFrame frame() {
        return frame;
    }

    int width() {
        return frame.width();
    }

    int height() {
        return frame.height();
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
