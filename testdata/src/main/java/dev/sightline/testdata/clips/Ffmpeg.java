// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Loads FFmpeg and turns its error codes into exceptions. */
final class Ffmpeg {

    static {
        // JavaCPP reads these once in a process. They are the ones that the decoding code wants,
        // because in a test this class may well be the first to use FFmpeg.
        System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
        av_log_set_level(AV_LOG_QUIET);
    }

    private Ffmpeg() {}

    static void load() {
        // The static initialiser has done it.
    }

    /** Passes a result on, unless it is an error. */
    static int check(int result, String action) throws IOException {
        if (result < 0) {
            throw new IOException("cannot " + action + ": " + message(result));
        }
        return result;
    }

    /** Passes what was allocated on, unless it was not. */
    static <T extends org.bytedeco.javacpp.Pointer> T present(T pointer, String what)
            throws IOException {
        if (pointer == null || pointer.isNull()) {
            throw new IOException("there is no " + what);
        }
        return pointer;
    }

    private static String message(int error) {
        byte[] text = new byte[256];
        av_strerror(error, text, text.length);
        return new String(text, StandardCharsets.UTF_8).trim();
    }
}
