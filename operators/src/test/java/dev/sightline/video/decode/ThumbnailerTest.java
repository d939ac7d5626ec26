// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_MONOBLACK;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_P010;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P16BE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUYV422;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.change.Thumbnail;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailerTest {

    private static final int WIDTH = 322;
    private static final int HEIGHT = 182;

    private static AVFrame frame(int format, int width, int height) {
        AVFrame frame = av_frame_alloc();
        frame.format(format);
        frame.width(width);
        frame.height(height);
        assertThat(av_frame_get_buffer(frame, 0)).isNotNegative();
        return frame;
    }

    /** Left half dark and blue, right half bright and red; rows get brighter downwards. */
    private static AVFrame picture(int height) {
        AVFrame frame = frame(AV_PIX_FMT_YUV420P, WIDTH, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int luma = (x < WIDTH / 2 ? 40 : 160) + y * 45 / height;
                frame.data(0).put((long) y * frame.linesize(0) + x, (byte) luma);
            }
        }
        for (int y = 0; y < (height + 1) / 2; y++) {
            for (int x = 0; x < WIDTH / 2; x++) {
                boolean left = x < WIDTH / 4;
                frame.data(1).put((long) y * frame.linesize(1) + x, (byte) (left ? 150 : 110));
                frame.data(2).put((long) y * frame.linesize(2) + x, (byte) (left ? 110 : 150));
            }
        }
        return frame;
    }

    private static Thumbnail thumbnail(int format) throws MediaException {
        return thumbnail(format, HEIGHT);
    }

    private static Thumbnail thumbnail(int format, int height) throws MediaException {
        AVFrame source = picture(height);
        AVFrame frame = frame(format, WIDTH, height);
        SwsContext context = sws_alloc_context();
        try (Thumbnailer thumbnailer = new Thumbnailer(IgnoreRegions.NONE)) {
            assertThat(sws_scale_frame(context, frame, source)).isNotNegative();
            return thumbnailer.of(frame);
        } finally {
            sws_free_context(context);
            av_frame_free(frame);
            av_frame_free(source);
        }
    }

    static IntStream formats() {
        return IntStream.of(
                AV_PIX_FMT_YUV420P,
                AV_PIX_FMT_NV12,
                AV_PIX_FMT_YUV444P,
                AV_PIX_FMT_YUYV422,
                AV_PIX_FMT_YUV420P10,
                AV_PIX_FMT_YUV422P12,
                AV_PIX_FMT_P010,
                AV_PIX_FMT_YUV444P16BE,
                AV_PIX_FMT_RGB24,
                AV_PIX_FMT_GBRP);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void showsTheSameInAllFormats(int format) throws MediaException {
        assertShows(thumbnail(format));
    }

    /** Of high ones only some rows are read. */
    @ParameterizedTest
    @MethodSource("formats")
    void showsTheSameOfHighPictures(int format) throws MediaException {
        assertShows(thumbnail(format, 1080));
        assertShows(thumbnail(format, 723));
    }

    private static void assertShows(Thumbnail thumbnail) {
        assertThat(thumbnail.luma(5, 0)).isCloseTo(40, within(4));
        assertThat(thumbnail.luma(60, 0)).isCloseTo(160, within(4));
        assertThat(thumbnail.luma(5, 35)).isCloseTo(85, within(4));
        assertThat(thumbnail.chroma(0, 2, 9)).isCloseTo(150, within(4));
        assertThat(thumbnail.chroma(1, 2, 9)).isCloseTo(110, within(4));
        assertThat(thumbnail.chroma(1, 29, 9)).isCloseTo(150, within(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {AV_PIX_FMT_GRAY8, AV_PIX_FMT_MONOBLACK})
    void aPictureWithoutColoursHasNone(int format) throws MediaException {
        Thumbnail thumbnail = thumbnail(format);
        assertThat(thumbnail.luma(5, 18)).isLessThan(thumbnail.luma(60, 18));
        assertThat(thumbnail.chroma(0, 2, 9)).isCloseTo(128, within(2));
        assertThat(thumbnail.chroma(1, 29, 9)).isCloseTo(128, within(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 33})
    void aPictureMayBeTiny(int size) throws MediaException {
        AVFrame frame = frame(AV_PIX_FMT_YUV420P, size, size);
        try (Thumbnailer thumbnailer = new Thumbnailer(IgnoreRegions.NONE)) {
            for (int plane = 0; plane < 3; plane++) {
                frame.data(plane).capacity(frame.linesize(plane) * (long) size).fill(77);
            }
            Thumbnail thumbnail = thumbnailer.of(frame);
            assertThat(thumbnail.luma(63, 35)).isEqualTo(77);
            assertThat(thumbnail.chroma(1, 31, 17)).isEqualTo(77);
        } finally {
            av_frame_free(frame);
        }
    }

    @Test
    void aFormatThatCannotBeReadIsAnError() {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_VAAPI);
        frame.width(WIDTH);
        frame.height(HEIGHT);
        try (Thumbnailer thumbnailer = new Thumbnailer(IgnoreRegions.NONE)) {
            assertThatThrownBy(() -> thumbnailer.of(frame)).isInstanceOf(MediaException.class);
        } finally {
            av_frame_free(frame);
        }
    }
}
