// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_CL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_ICTCP;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_IPT_C2;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RESERVED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_YCGCO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.FrameGeometry.Fit;
import dev.sightline.video.IgnoreRegions;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScalerTest {

    private static final int SIDE = 64;
    private static final FrameGeometry SQUASHED = new FrameGeometry(SIDE, SIDE, Fit.SQUASH);
    private static final FrameGeometry BARRED = new FrameGeometry(SIDE, SIDE, Fit.LETTERBOX);

    private static byte[] scaled(FrameGeometry geometry, AVFrame frame) throws MediaException {
        try (FrameScaler scaler = new FrameScaler(geometry, IgnoreRegions.NONE)) {
            return scaler.toRgb(frame, 1);
        }
    }

    /** Scaled to packed values at once, as a reference would be made. */
    private static byte[] direct(AVFrame frame) {
        AVFrame target = av_frame_alloc();
        target.format(AV_PIX_FMT_RGB24);
        target.width(SIDE);
        target.height(SIDE);
        target.colorspace(AVCOL_SPC_RGB);
        target.color_range(AVCOL_RANGE_JPEG);
        assertThat(av_frame_get_buffer(target, SIDE)).isZero();
        SwsContext context = sws_alloc_context();
        context.flags(SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP);
        context.scaler_params(0, 0);
        context.scaler_params(1, 0.5);
        assertThat(sws_scale_frame(context, target, frame)).isNotNegative();
        byte[] rgb = new byte[SIDE * SIDE * 3];
        target.data(0).get(rgb);
        sws_free_context(context);
        av_frame_free(target);
        return rgb;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yuv420p", "yuvj420p", "yuv444p", "nv12", "yuv420p10le", "gray", "rgb24"})
    void theWayOverPlanesGivesTheSameBytes(String format) throws MediaException {
        AVFrame noise = RawFrames.noise(161, 121);
        AVFrame frame = RawFrames.in(av_get_pix_fmt(format), noise);
        byte[] found = scaled(SQUASHED, frame); // completes the frame
        assertThat(found).isEqualTo(direct(frame));
        av_frame_free(frame);
        av_frame_free(noise);
    }

    @Test
    void framesOfTwoSizesByTurnsAreEachScaledAsIfAlone() throws MediaException {
        AVFrame wide = RawFrames.quarters(320, 180);
        AVFrame high = RawFrames.quarters(90, 200);
        try (FrameScaler scaler = new FrameScaler(BARRED, IgnoreRegions.NONE)) {
            for (int i = 0; i < 2; i++) {
                assertThat(scaler.toRgb(wide, 1)).isEqualTo(scaled(BARRED, wide));
                assertThat(scaler.toRgb(high, 1)).isEqualTo(scaled(BARRED, high));
            }
        }
        av_frame_free(wide);
        av_frame_free(high);
    }

    @Test
    void twoFieldsAreOnePicture() throws MediaException {
        AVFrame noise = RawFrames.noise(320, 180);
        AVFrame frame = RawFrames.in(AV_PIX_FMT_YUV420P, noise);
        byte[] expected = scaled(SQUASHED, frame);
        frame.flags(frame.flags() | AV_FRAME_FLAG_INTERLACED);
        assertThat(scaled(SQUASHED, frame)).isEqualTo(expected);
        av_frame_free(frame);
        av_frame_free(noise);
    }

    /** Those that there are, reserved ones, and ones that there will be. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                AVCOL_SPC_BT2020_CL,
                AVCOL_SPC_ICTCP,
                AVCOL_SPC_IPT_C2,
                AVCOL_SPC_RESERVED,
                AVCOL_SPC_YCGCO,
                200
            })
    void aMatrixThatCannotBeConvertedFromIsTakenForTheUsualOne(int matrix) throws MediaException {
        AVFrame noise = RawFrames.noise(320, 180);
        AVFrame frame = RawFrames.in(AV_PIX_FMT_YUV420P, noise);
        frame.colorspace(AVCOL_SPC_UNSPECIFIED);
        byte[] expected = scaled(SQUASHED, frame);
        frame.colorspace(matrix);
        assertThat(scaled(SQUASHED, frame)).isEqualTo(expected);
        av_frame_free(frame);
        av_frame_free(noise);
    }
}
