// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.List;

/**
 * Names of FFmpeg's decoders that an input may ask for. FFmpeg has hundreds, most of them for games
 * and cameras of the nineties, and hardly anybody looks after those; whoever sends a stream chooses
 * which one reads it.
 */
final class AllowedCodecs {

    /** What cameras and encoders send. */
    private static final List<String> STREAMED =
            List.of(
                    "h264",
                    "hevc",
                    "av1",
                    "libaom-av1",
                    "vp8",
                    "vp9",
                    "mpeg4",
                    "mpeg2video",
                    "mjpeg");

    /** What files hold besides. */
    private static final List<String> STORED =
            List.of(
                    "mpeg1video",
                    "msmpeg4v1",
                    "msmpeg4v2",
                    "msmpeg4",
                    "wmv1",
                    "wmv2",
                    "wmv3",
                    "vc1",
                    "vvc",
                    "h261",
                    "h263",
                    "flv",
                    "vp6",
                    "vp6a",
                    "vp6f",
                    "vp7",
                    "theora",
                    "rv10",
                    "rv20",
                    "rv30",
                    "rv40",
                    "svq1",
                    "svq3",
                    "cinepak",
                    "jpeg2000",
                    "prores",
                    "dnxhd",
                    "cfhd",
                    "dvvideo",
                    "ffv1",
                    "huffyuv",
                    "ffvhuff",
                    "utvideo",
                    "magicyuv",
                    "qtrle",
                    "png",
                    "rawvideo",
                    "v210",
                    "hap",
                    "dirac",
                    "cavs");

    /** Sound, which is decoded for people who watch a file, and for nothing else. */
    private static final List<String> SOUND =
            List.of(
                    "aac",
                    "mp3float",
                    "mp3",
                    "mp2float",
                    "mp2",
                    "opus",
                    "vorbis",
                    "ac3",
                    "eac3",
                    "dca",
                    "flac",
                    "alac",
                    "wmav1",
                    "wmav2",
                    "amrnb",
                    "amrwb",
                    "adpcm_ms",
                    "adpcm_ima_wav",
                    "pcm_u8",
                    "pcm_s16le",
                    "pcm_s16be",
                    "pcm_s24le",
                    "pcm_alaw",
                    "pcm_mulaw");

    private AllowedCodecs() {}

    /** Those of a local file and of its sound, separated by commas. */
    static String withSound() {
        return String.join(",", STREAMED)
                + ","
                + String.join(",", STORED)
                + ","
                + String.join(",", SOUND);
    }

    /** Whether the sound of a local file may ask for a decoder. */
    static boolean hears(String decoder) {
        return SOUND.contains(decoder);
    }

    /** Those of an input, separated by commas, as FFmpeg wants them. */
    static String list(MediaInput input) {
        String streamed = String.join(",", STREAMED);
        return input instanceof MediaInput.Network
                ? streamed
                : streamed + "," + String.join(",", STORED);
    }

    /** Whether an input may ask for a decoder. */
    static boolean holds(MediaInput input, String decoder) {
        boolean stored = !(input instanceof MediaInput.Network) && STORED.contains(decoder);
        return stored || STREAMED.contains(decoder);
    }
}
