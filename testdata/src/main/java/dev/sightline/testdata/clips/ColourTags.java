// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE170M;

import dev.sightline.testdata.clips.Display.Colours;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** FFmpeg's numbers for {@link Colours}. */
record ColourTags(int matrix, int primaries, int transfer, int range) {

    static ColourTags of(Colours colours) {
        return switch (colours) {
            case BT601_LIMITED ->
                    new ColourTags(
                            AVCOL_SPC_SMPTE170M,
                            AVCOL_PRI_SMPTE170M,
                            AVCOL_TRC_SMPTE170M,
                            AVCOL_RANGE_MPEG);
            case BT709_LIMITED -> bt709(AVCOL_RANGE_MPEG);
            case BT709_FULL -> bt709(AVCOL_RANGE_JPEG);
        };
    }

    private static ColourTags bt709(int range) {
        return new ColourTags(AVCOL_SPC_BT709, AVCOL_PRI_BT709, AVCOL_TRC_BT709, range);
    }

    void tag(AVCodecContext codec) {
        codec.colorspace(matrix);
        codec.color_primaries(primaries);
        codec.color_trc(transfer);
        codec.color_range(range);
    }

    void tag(AVFrame frame) {
        frame.colorspace(matrix);
        frame.color_primaries(primaries);
        frame.color_trc(transfer);
        frame.color_range(range);
    }
}
