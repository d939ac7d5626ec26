// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_new_side_data;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.util.Random;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;

/** Frames as a decoder would give them, made here; whoever asks for one frees it. */
final class RawFrames {

    private RawFrames() {}

    private static AVFrame empty(int format, int width, int height) {
        Natives.load();
        AVFrame frame = av_frame_alloc();
        frame.format(format);
        frame.width(width);
        frame.height(height);
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new IllegalStateException("no memory for a frame");
        }
        return frame;
    }

    /** Red above, blue below, and green in the upper left quarter. */
    static AVFrame quarters(int width, int height) {
        AVFrame frame = empty(AV_PIX_FMT_RGB24, width, height);
        byte[] row = new byte[frame.linesize(0)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int channel = y >= height / 2 ? 2 : x < width / 2 ? 1 : 0;
                for (int i = 0; i < 3; i++) {
                    row[x * 3 + i] = (byte) (i == channel ? 220 : 20);
                }
            }
            frame.data(0).position((long) y * row.length).put(row);
        }
        frame.data(0).position(0);
        return frame;
    }

    static AVFrame noise(int width, int height) {
        AVFrame frame = empty(AV_PIX_FMT_RGB24, width, height);
        byte[] bytes = new byte[frame.linesize(0) * height];
        new Random(1).nextBytes(bytes);
        frame.data(0).position(0).put(bytes);
        return frame;
    }

    /**
     * The same picture in another pixel format.
     *
     * @return null if it cannot be had in that format
     */
    static AVFrame in(int format, AVFrame source) {
        SwsContext context = sws_alloc_context();
        AVFrame frame = empty(format, source.width(), source.height());
        boolean converted = sws_scale_frame(context, frame, source) >= 0;
        sws_free_context(context);
        if (!converted) {
            av_frame_free(frame);
            return null;
        }
        return frame;
    }

    /** Says that a frame is to be turned counter-clockwise when it is shown. */
    static void turn(AVFrame frame, double degrees) {
        AVFrameSideData matrix =
                av_frame_new_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX, 9L * Integer.BYTES);
        // FFmpeg's function takes clockwise degrees.
        av_display_rotation_set(new IntPointer(matrix.data()), -degrees);
    }
}
