// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.change.Thumbnail;
import dev.sightline.video.decode.IgnoredPixels.Shape;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/**
 * Averages decoded frames down to the small pictures that changes are found in.
 *
 * <p>The mean of a cell is as good from some of its rows as from all, so the scaler is shown only
 * some rows of a frame: to read every pixel at 1080p would cost as much as half of decoding. It is
 * the scaler that reads them because a loop in Java is slow until it is compiled, and many videos
 * are over by then. Orientation, colour space and range stay as they are: a comparison of
 * neighbours needs none of them. One thread; owns its native contexts.
 */
final class Thumbnailer implements AutoCloseable {

    /** Rows read of those that a cell covers. */
    private static final int ROWS = 4;

    /** Most planes that a format has. */
    private static final int PLANES = 4;

    /** Where a pixel lies in two cells, it counts in both. */
    private static final int SHARED = 1;

    private final SwsContext context = sws_alloc_context();
    private final AVFrame rows = av_frame_alloc();
    private final AVFrame scaled = av_frame_alloc();

    private final IgnoredPixels ignoredLuma;
    private final IgnoredPixels ignoredChroma;
    private final boolean whole;

    /**
     * @param ignore what is not to be seen of a frame
     */
    Thumbnailer(IgnoreRegions ignore) {
        ignoredLuma = new IgnoredPixels(ignore);
        ignoredChroma = new IgnoredPixels(ignore);
        whole = ignore.isEmpty();
        context.flags(SWS_AREA);
        scaled.format(AV_PIX_FMT_YUV420P);
        scaled.width(Thumbnail.WIDTH);
        scaled.height(Thumbnail.HEIGHT);
        // Rows without a space between them. Without memory the first frame fails.
        av_frame_get_buffer(scaled, Thumbnail.CHROMA_WIDTH);
    }

    /**
     * @param frame a decoded frame in main memory; not changed
     * @throws MediaException if its pixel format cannot be read
     */
    Thumbnail of(AVFrame frame) throws MediaException {
        show(frame);
        int result = sws_scale_frame(context, scaled, rows);
        if (result < 0) {
            throw new MediaException(
                    Category.DECODE, "a frame cannot be made small: " + Natives.message(result));
        }
        byte[] planes = new byte[Thumbnail.LUMA + 2 * Thumbnail.CHROMA];
        scaled.data(0).get(planes, 0, Thumbnail.LUMA);
        scaled.data(1).get(planes, Thumbnail.LUMA, Thumbnail.CHROMA);
        scaled.data(2).get(planes, Thumbnail.LUMA + Thumbnail.CHROMA, Thumbnail.CHROMA);
        if (!whole) {
            ignore(planes, FrameScaler.orientation(frame));
        }
        return new Thumbnail(planes);
    }

    /** Makes a frame of every so many rows of another one, which share its pixels. */
    private void show(AVFrame frame) {
        int step = Math.max(1, frame.height() / (ROWS * Thumbnail.HEIGHT));
        rows.format(frame.format());
        rows.width(frame.width());
        rows.height(frame.height() / step);
        for (int plane = 0; plane < PLANES; plane++) {
            rows.data(plane, frame.data(plane));
            rows.linesize(plane, step * frame.linesize(plane));
        }
        scaled.color_range(frame.color_range());
        rows.color_range(frame.color_range());
    }

    private void ignore(byte[] planes, Orientation orientation) {
        Shape of = new Shape(orientation, Thumbnail.WIDTH, Thumbnail.HEIGHT, SHARED, SHARED);
        ignoredLuma.fill(planes, 0, Thumbnail.WIDTH, 1, of);
        Shape half =
                new Shape(
                        orientation,
                        Thumbnail.CHROMA_WIDTH,
                        Thumbnail.CHROMA_HEIGHT,
                        SHARED,
                        SHARED);
        for (int start = Thumbnail.LUMA; start < planes.length; start += Thumbnail.CHROMA) {
            ignoredChroma.fill(planes, start, Thumbnail.CHROMA_WIDTH, 1, half);
        }
    }

    @Override
    public void close() {
        // The pixels are another's.
        av_frame_free(rows);
        av_frame_free(scaled);
        sws_free_context(context);
    }
}
