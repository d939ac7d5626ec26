// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_version;
import static org.bytedeco.ffmpeg.global.avformat.avformat_version;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;
import static org.bytedeco.ffmpeg.global.swscale.swscale_version;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** The FFmpeg program that comes with the libraries, and what it can do. */
public final class BundledFfmpeg {

    private BundledFfmpeg() {}

    /**
     * Where the program is; it is unpacked once, into JavaCPP's cache in the user's home.
     *
     * @throws IOException if there is none for this platform, or it cannot be unpacked
     */
    public static Path program() throws IOException {
        Natives.load();
        try {
            return Path.of(Loader.load(ffmpeg.class));
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("there is no FFmpeg program for this platform", e);
        }
    }

    /**
     * Arguments of the program that open a local file as this package does, and nothing that it may
     * name: only the containers and decoders that are looked after. Sound may be decoded too.
     *
     * @param before further options of this input
     */
    public static List<String> input(Path file, List<String> before) {
        MediaInput.LocalFile input = new MediaInput.LocalFile(file.toString());
        Map<String, String> options = InputOptions.values(input);
        options.put("codec_whitelist", AllowedCodecs.withSound());
        List<String> arguments = new ArrayList<>();
        options.forEach((name, value) -> arguments.addAll(List.of("-" + name, value)));
        arguments.addAll(before);
        arguments.addAll(List.of("-i", InputOptions.url(input)));
        return arguments;
    }

    /** Versions of FFmpeg and of its libraries, which are loaded if they are not yet. */
    public static String version() {
        Natives.load();
        return Natives.string(av_version_info())
                + ", libavcodec "
                + version(avcodec_version())
                + ", libavformat "
                + version(avformat_version())
                + ", libswscale "
                + version(swscale_version());
    }

    private static String version(int packed) {
        return (packed >>> 16) + "." + (packed >>> 8 & 0xff) + "." + (packed & 0xff);
    }

    /** Whether it has an encoder, by FFmpeg's name for it. */
    public static boolean encodes(String encoder) {
        Natives.load();
        return avcodec_find_encoder_by_name(encoder) != null;
    }
}
