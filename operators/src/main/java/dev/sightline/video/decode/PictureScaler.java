// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.IgnoreRegions;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Brings a still picture to the model's input size in the way that frames of videos are. */
public final class PictureScaler {

    private static final int CHANNELS = 3;

    private PictureScaler() {}

    /**
     * Scales.
     *
     * @param rgb width x height x 3 bytes, row after row
     * @return the bytes that a model of that geometry takes
     * @throws IllegalArgumentException if there are more or fewer bytes
     */
    public static byte[] scale(byte[] rgb, int width, int height, FrameGeometry geometry) {
        if (width <= 0 || height <= 0 || rgb.length != (long) width * height * CHANNELS) {
            throw new IllegalArgumentException(
                    rgb.length + " bytes are no picture of " + width + "x" + height);
        }
        Natives.load();
        AVFrame frame = av_frame_alloc();
        try (FrameScaler scaler = new FrameScaler(geometry, IgnoreRegions.NONE)) {
            fill(frame, rgb, width, height);
            return scaler.toRgb(frame, 1);
        } catch (MediaException e) {
            throw new IllegalStateException("RGB can always be scaled", e);
        } finally {
            av_frame_free(frame);
        }
    }

    private static void fill(AVFrame frame, byte[] rgb, int width, int height) {
        frame.format(AV_PIX_FMT_RGB24);
        frame.width(width);
        frame.height(height);
        frame.colorspace(AVCOL_SPC_RGB);
        frame.color_range(AVCOL_RANGE_JPEG);
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new IllegalStateException("no memory for a picture of " + rgb.length + " bytes");
        }
        int row = width * CHANNELS;
        for (int y = 0; y < height; y++) {
            frame.data(0).position((long) y * frame.linesize(0)).put(rgb, y * row, row);
        }
        frame.data(0).position(0);
    }
}
