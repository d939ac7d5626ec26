// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Videos that a browser can be shown. Safe for use by several threads. */
public interface Videos {

    /** How a browser gets a video. */
    sealed interface Playback {}

    /**
     * As it is, any range of it.
     *
     * @param file the video
     * @param mediaType of it
     */
    record AsItIs(Path file, String mediaType) implements Playback {

        /** Refuses absent parts. */
        public AsItIs {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(mediaType, "mediaType");
        }
    }

    /**
     * Converted on the way, from a moment on.
     *
     * @param mediaType of what it is converted to
     * @param startMs where it begins, in milliseconds of the stream's media time: at the keyframe
     *     before the moment that was asked for, or at that itself
     * @param body writes it; ends early, by an exception, when the browser goes away
     */
    record Converted(String mediaType, long startMs, Body body) implements Playback {

        /** Refuses absent parts. */
        public Converted {
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(body, "body");
        }
    }

    /** Writes a video. */
    @FunctionalInterface
    interface Body {

        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Too many videos are being converted. */
    final class Busy extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Whether there is a video; says nothing yet about how a browser gets it. Fast. */
    boolean playable(StreamRef stream);

    /** Whether a browser gets it converted, from a moment that the address names. */
    boolean converted(StreamRef stream) throws IOException;

    /**
     * How a browser gets it; empty if there is no video of the stream.
     *
     * @param fromMs from where on, in milliseconds of media time, if it is converted
     */
    Optional<Playback> open(StreamRef stream, long fromMs) throws IOException, Busy;
}
