// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** The FFmpeg program that comes with the libraries. */
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
}
