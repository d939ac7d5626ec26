// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import java.util.List;
import java.util.Locale;

/**
 * How the source is encoded.
 *
 * @param codec the encoder
 * @param gopSeconds most seconds from one keyframe to the next
 * @param keyframes where they are
 */
record Encode(Codec codec, int gopSeconds, Keyframes keyframes) {

    /** Where an encoder puts keyframes. */
    enum Keyframes {
        /**
         * Also where a shot begins, from which the distance counts anew; what x264 does unasked.
         */
        SCENES,
        /** At regular distances only, as cameras and packagers for streaming do. */
        REGULAR
    }

    /** Encoders that make B-frames, with what is usual with them. */
    enum Codec {
        /** H.264 by x264. */
        H264("libx264", "medium", 23, "x264-params"),
        /** HEVC by x265; the preset is quick because encoding is not what is measured. */
        HEVC("libx265", "veryfast", 28, "x265-params");

        private final String encoder;
        private final String preset;
        private final int quality;
        private final String parameters;

        Codec(String encoder, String preset, int quality, String parameters) {
            this.encoder = encoder;
            this.preset = preset;
            this.quality = quality;
            this.parameters = parameters;
        }

        /** What FFmpeg calls the encoder. */
        String encoder() {
            return encoder;
        }
    }

    String name() {
        return codec.name().toLowerCase(Locale.ROOT)
                + "-gop"
                + gopSeconds
                + "s"
                + (regular() ? "-regular" : "");
    }

    private boolean regular() {
        return keyframes == Keyframes.REGULAR;
    }

    /** Arguments of FFmpeg. */
    List<String> arguments(int framesPerSecond) {
        int gop = gopSeconds * framesPerSecond;
        return List.of(
                "-c:v",
                codec.encoder,
                "-preset",
                codec.preset,
                "-crf",
                String.valueOf(codec.quality),
                "-" + codec.parameters,
                "keyint="
                        + gop
                        + (regular() ? ":min-keyint=" + gop + ":scenecut=0" : "")
                        + (codec == Codec.HEVC ? ":log-level=error" : ""),
                "-pix_fmt",
                "yuv420p");
    }
}
