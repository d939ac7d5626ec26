// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_MONOBLACK;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_P010LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB555LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_UYVY422;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV410P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P12LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewEncoderTest {

    private static final int RED = 0;
    private static final int GREEN = 1;
    private static final int BLUE = 2;

    private static final double SQUARE = 1;

    private final PreviewEncoder encoder = new PreviewEncoder(320);

    @AfterEach
    void close() {
        encoder.close();
    }

    private byte[] encode(AVFrame frame) {
        try {
            return encoder.encode(frame, SQUARE);
        } finally {
            av_frame_free(frame);
        }
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(picture).as("a readable JPEG").isNotNull();
        return picture;
    }

    /** The strongest of the three colours in the middle of one of the four quarters. */
    private static int colour(BufferedImage picture, int right, int below) {
        int rgb =
                picture.getRGB(
                        picture.getWidth() * (1 + 2 * right) / 4,
                        picture.getHeight() * (1 + 2 * below) / 4);
        int[] channels = {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
        for (int channel = RED; channel <= BLUE; channel++) {
            if (channels[channel] > 170) {
                assertThat(channels).as("a pure colour").matches(c -> sum(c) < 340);
                return channel;
            }
        }
        return -1;
    }

    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            sum += value;
        }
        return sum;
    }

    private static void assertQuarters(BufferedImage picture, int... colours) {
        assertThat(
                        new int[] {
                            colour(picture, 0, 0),
                            colour(picture, 1, 0),
                            colour(picture, 0, 1),
                            colour(picture, 1, 1)
                        })
                .containsExactly(colours);
    }

    @Test
    void isTheFrameMadeSmall() throws IOException {
        BufferedImage picture = read(encode(RawFrames.quarters(1280, 720)));
        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(180);
        assertQuarters(picture, GREEN, RED, BLUE, BLUE);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                AV_PIX_FMT_YUV420P,
                AV_PIX_FMT_YUVJ420P,
                AV_PIX_FMT_YUV420P10LE,
                AV_PIX_FMT_YUV422P12LE,
                AV_PIX_FMT_YUVA444P10LE,
                AV_PIX_FMT_YUV410P,
                AV_PIX_FMT_NV12,
                AV_PIX_FMT_P010LE,
                AV_PIX_FMT_UYVY422,
                AV_PIX_FMT_GBRP,
                AV_PIX_FMT_RGBA,
                AV_PIX_FMT_RGB555LE
            })
    void readsEveryPixelFormatOfColour(int format) throws IOException {
        AVFrame source = RawFrames.quarters(322, 242);
        BufferedImage picture = read(encode(RawFrames.in(format, source)));
        assertQuarters(picture, GREEN, RED, BLUE, BLUE);
        av_frame_free(source);
    }

    @ParameterizedTest
    @ValueSource(ints = {AV_PIX_FMT_GRAY8, AV_PIX_FMT_GRAY10LE, AV_PIX_FMT_MONOBLACK})
    void readsPicturesWithoutColour(int format) throws IOException {
        AVFrame source = RawFrames.quarters(320, 240);
        BufferedImage picture = read(encode(RawFrames.in(format, source)));
        assertThat(picture.getRGB(80, 60) & 0xff).isGreaterThan(picture.getRGB(80, 200) & 0xff);
        av_frame_free(source);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "161, 121", "1919, 1079", "2, 700", "4096, 2", "17, 4001"})
    void takesOddSizes(int width, int height) throws IOException {
        BufferedImage picture = read(encode(RawFrames.quarters(width, height)));
        assertThat(Math.max(picture.getWidth(), picture.getHeight()))
                .isEqualTo(Math.min(320, Math.max(width, height)));
    }

    @Test
    void turnsThePictureAsThePlayerWould() throws IOException {
        AVFrame left = RawFrames.quarters(641, 360);
        RawFrames.turn(left, 90);
        BufferedImage picture = read(encode(left));
        assertThat(picture.getWidth()).isEqualTo(180);
        assertThat(picture.getHeight()).isEqualTo(320);
        assertQuarters(picture, RED, BLUE, GREEN, BLUE);

        AVFrame over = RawFrames.quarters(641, 361);
        RawFrames.turn(over, 180);
        assertQuarters(read(encode(over)), BLUE, BLUE, RED, GREEN);
    }

    @Test
    void makesWidePixelsSquare() throws IOException {
        AVFrame frame = RawFrames.quarters(240, 180);
        BufferedImage picture = read(encoder.encode(frame, 4 / 3.0));
        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(180);
        av_frame_free(frame);
    }

    @Test
    void fitsIntoSixteenKibibytesWhateverIsShown() {
        assertThat(encode(RawFrames.noise(640, 360)).length).isBetween(1, 16 * 1024);
        assertThat(encode(RawFrames.noise(320, 180)).length).isBetween(1, 16 * 1024);
    }

    @Test
    void givesTheSameBytesForTheSameFrame() {
        byte[] first = encode(RawFrames.noise(640, 360));
        encode(RawFrames.quarters(300, 300));
        assertThat(encode(RawFrames.noise(640, 360))).isEqualTo(first);
    }

    @Test
    void givesNothingForAFrameThatCannotBeRead() {
        AVFrame device = av_frame_alloc();
        device.format(AV_PIX_FMT_VAAPI);
        device.width(640);
        device.height(360);
        assertThat(encode(device)).isEmpty();
        assertThat(encode(RawFrames.quarters(64, 64))).as("the next one").isNotEmpty();
    }

    @Test
    void givesNothingWhenNothingIsWanted() {
        AVFrame frame = RawFrames.quarters(64, 64);
        try (PreviewEncoder off = new PreviewEncoder(0)) {
            assertThat(off.encode(frame, SQUARE)).isEmpty();
        }
        av_frame_free(frame);
    }
}
