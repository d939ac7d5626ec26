// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;

/** Loads FFmpeg once, with JavaCPP's own memory bookkeeping switched off. */
final class Natives {

    static {
        // JavaCPP compares the memory of the whole process with a multiple of the heap and throws
        // a made-up OutOfMemoryError; with ONNX Runtime in the process that fires without cause.
        // Everything native is freed by its owner, so no collector thread is needed either.
        System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
        // FFmpeg prints URLs, credentials included, to standard error.
        av_log_set_level(AV_LOG_QUIET);
    }

    private Natives() {}

    static void load() {
        // The static initialiser has done it.
    }

    /** FFmpeg's words for an error code. */
    static String message(int error) {
        byte[] text = new byte[256];
        av_strerror(error, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    static String string(BytePointer pointer) {
        return pointer == null || pointer.isNull() ? "" : pointer.getString();
    }
}
