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
 * <p>A scaler would read every pixel, which at 1080p costs as much as half of decoding. The mean of
 * a cell is just as good from some of its pixels, so only these are read, straight from the frame's
 * planes; frames in formats other than plain YUV go through swscale. Orientation, colour space and
 * range stay as they are: a comparison of neighbours needs none of them. One thread; owns its
 * native contexts.
 */
final class Thumbnailer implements AutoCloseable {

    private final SwsContext context = sws_alloc_context();
    private final AVFrame scaled = av_frame_alloc();
    private final CellMeans luma = new CellMeans(Thumbnail.WIDTH, Thumbnail.HEIGHT);
    private final CellMeans chroma = new CellMeans(Thumbnail.CHROMA_WIDTH, Thumbnail.CHROMA_HEIGHT);

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
        // Without memory the first frame that needs it fails.
        av_frame_get_buffer(scaled, 0);
    }

    /**
     * @param frame a decoded frame in main memory; not changed
     * @throws MediaException if its pixel format cannot be read
     */
    Thumbnail of(AVFrame frame) throws MediaException {
        AVFrame readable = YuvPlane.readable(frame) ? frame : scaled(frame);
        byte[] planes = new byte[Thumbnail.LUMA + 2 * Thumbnail.CHROMA];
        luma.of(YuvPlane.of(readable, 0), planes, 0);
        chroma.of(YuvPlane.of(readable, 1), planes, Thumbnail.LUMA);
        chroma.of(YuvPlane.of(readable, 2), planes, Thumbnail.LUMA + Thumbnail.CHROMA);
        if (!whole) {
            ignore(planes, FrameScaler.orientation(frame));
        }
        return new Thumbnail(planes);
    }

    private void ignore(byte[] planes, Orientation orientation) {
        Shape of = Shape.of(orientation, Thumbnail.WIDTH, Thumbnail.HEIGHT);
        ignoredLuma.fill(planes, 0, Thumbnail.WIDTH, 1, of);
        Shape half = Shape.of(orientation, Thumbnail.CHROMA_WIDTH, Thumbnail.CHROMA_HEIGHT);
        for (int start = Thumbnail.LUMA; start < planes.length; start += Thumbnail.CHROMA) {
            ignoredChroma.fill(planes, start, Thumbnail.CHROMA_WIDTH, 1, half);
        }
    }

    private AVFrame scaled(AVFrame frame) throws MediaException {
        int result = sws_scale_frame(context, scaled, frame);
        if (result < 0) {
            throw new MediaException(
                    Category.DECODE, "a frame cannot be made small: " + Natives.message(result));
        }
        return scaled;
    }

    @Override
    public void close() {
        av_frame_free(scaled);
        sws_free_context(context);
    }
}
