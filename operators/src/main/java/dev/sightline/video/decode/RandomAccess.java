// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG2VIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_INTRA_ONLY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/**
 * Says at which packets decoding can begin. Containers flag keyframes, but some flag every packet
 * and some flag frames that only a decoder that was running before gets right; where the bit stream
 * itself is easy to ask, it has the last word.
 *
 * @param codec FFmpeg's codec id
 * @param lengthBytes bytes of the length in front of each NAL unit; 0 for start codes
 */
record RandomAccess(int codec, int lengthBytes) {

    private static final Set<Integer> RELIABLE =
            Set.of(
                    AV_CODEC_ID_H264,
                    AV_CODEC_ID_HEVC,
                    AV_CODEC_ID_MPEG2VIDEO,
                    AV_CODEC_ID_MPEG4,
                    AV_CODEC_ID_VP8,
                    AV_CODEC_ID_VP9,
                    AV_CODEC_ID_AV1);

    private static final int H264_FIRST_SLICE = 1;
    private static final int H264_IDR = 5;
    private static final int HEVC_LAST_SLICE = 31;
    private static final int HEVC_FIRST_IRAP = 16;
    private static final int HEVC_LAST_IRAP = 21;

    /** Bytes of the configuration record before the one that holds the length's size. */
    private static final int AVCC_LENGTH_AT = 4;

    private static final int HVCC_LENGTH_AT = 21;

    static RandomAccess of(AVCodecParameters parameters) {
        int codec = parameters.codec_id();
        int at = codec == AV_CODEC_ID_HEVC ? HVCC_LENGTH_AT : AVCC_LENGTH_AT;
        boolean nal = codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC;
        BytePointer extradata = parameters.extradata();
        // A configuration record begins with its version, a byte stream with a start code.
        boolean lengths = nal && parameters.extradata_size() > at && extradata.get(0) == 1;
        return new RandomAccess(codec, lengths ? (extradata.get(at) & 3) + 1 : 0);
    }

    /** Whether keyframes of this codec can be trusted enough to leave out what lies between. */
    boolean known() {
        AVCodecDescriptor descriptor = avcodec_descriptor_get(codec);
        boolean intraOnly =
                descriptor != null && (descriptor.props() & AV_CODEC_PROP_INTRA_ONLY) != 0;
        return RELIABLE.contains(codec) || intraOnly;
    }

    /** Whether decoding can begin at a packet. */
    boolean begins(AVPacket packet) {
        if ((packet.flags() & AV_PKT_FLAG_KEY) == 0) {
            return false;
        }
        if (codec == AV_CODEC_ID_H264) {
            return firstSlice(packet) == H264_IDR;
        }
        if (codec == AV_CODEC_ID_HEVC) {
            int type = firstSlice(packet);
            return type >= HEVC_FIRST_IRAP && type <= HEVC_LAST_IRAP;
        }
        return true;
    }

    /** Type of the first NAL unit that holds a picture; -1 if there is none. */
    private int firstSlice(AVPacket packet) {
        BytePointer data = packet.data();
        long size = packet.size();
        long at = lengthBytes > 0 ? lengthBytes : afterStartCode(data, 0, size);
        while (at < size) {
            int type = type(data.get(at));
            if (slice(type)) {
                return type;
            }
            at =
                    lengthBytes > 0
                            ? at + length(data, at - lengthBytes) + lengthBytes
                            : afterStartCode(data, at, size);
        }
        return -1;
    }

    private int type(byte header) {
        return codec == AV_CODEC_ID_H264 ? header & 0x1f : header >> 1 & 0x3f;
    }

    private boolean slice(int type) {
        return codec == AV_CODEC_ID_H264
                ? type >= H264_FIRST_SLICE && type <= H264_IDR
                : type <= HEVC_LAST_SLICE;
    }

    private long length(BytePointer data, long at) {
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | data.get(at + i) & 0xff;
        }
        return length;
    }

    private static long afterStartCode(BytePointer data, long from, long size) {
        for (long i = from; i + 3 < size; i++) {
            if (data.get(i) == 0 && data.get(i + 1) == 0 && data.get(i + 2) == 1) {
                return i + 3;
            }
        }
        return size;
    }
}
