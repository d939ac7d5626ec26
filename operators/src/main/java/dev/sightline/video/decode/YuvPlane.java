// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_FLOAT;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_HWACCEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;

/**
 * Where the values of one component of a frame lie. Valid as long as the frame.
 *
 * @param data first byte of the first row; null for a component that the frame does not have
 * @param stride bytes from row to row
 * @param step bytes from value to value
 * @param offset byte within a value's bytes that holds its upper eight bits, or the upper ones of
 *     those
 * @param lower by how many bits the upper eight reach down into the byte before it
 * @param width values in a row
 * @param height rows
 */
record YuvPlane(
        BytePointer data, int stride, int step, int offset, int lower, int width, int height) {

    private static final long OTHER_THAN_YUV =
            AV_PIX_FMT_FLAG_RGB
                    | AV_PIX_FMT_FLAG_PAL
                    | AV_PIX_FMT_FLAG_BITSTREAM
                    | AV_PIX_FMT_FLAG_BE
                    | AV_PIX_FMT_FLAG_FLOAT
                    | AV_PIX_FMT_FLAG_HWACCEL;

    /** Whether the values of a frame can be read in place. */
    static boolean readable(AVFrame frame) {
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
        return format != null
                && (format.flags() & OTHER_THAN_YUV) == 0
                && format.comp(0).depth() >= Byte.SIZE
                && frame.linesize(0) > 0;
    }

    /**
     * @param component 0 for luma, 1 and 2 for chroma
     */
    static YuvPlane of(AVFrame frame, int component) {
        AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
        if (component > 0 && format.nb_components() < 3) {
            return new YuvPlane(null, 0, 0, 0, 0, 0, 0);
        }
        AVComponentDescriptor values = format.comp(component);
        boolean chroma = component > 0;
        // The highest bit of a value, counted from the lowest of its first byte.
        int bits = values.shift() + values.depth();
        return new YuvPlane(
                frame.data(values.plane()),
                frame.linesize(values.plane()),
                values.step(),
                values.offset() + (bits > Byte.SIZE ? 1 : 0),
                bits > Byte.SIZE ? 2 * Byte.SIZE - bits : 0,
                chroma ? -(-frame.width() >> format.log2_chroma_w()) : frame.width(),
                chroma ? -(-frame.height() >> format.log2_chroma_h()) : frame.height());
    }

    /** Bytes of a row from its first value to the end of its last one. */
    int rowBytes() {
        return (width - 1) * step + offset + 1;
    }

    /** All rows, without a copy. Valid as long as the frame. */
    ByteBuffer buffer() {
        return data.capacity((long) (height - 1) * stride + rowBytes()).asByteBuffer();
    }
}
