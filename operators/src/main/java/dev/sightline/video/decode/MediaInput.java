// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.SourceKind;
import dev.sightline.video.access.AllowedMedia;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** How a medium is opened: who fetches its bytes, and what they may be. */
public sealed interface MediaInput {

    /** Names of the containers that a file may be in, as FFmpeg calls them. */
    String FILE_FORMATS = AllowedMedia.of(SourceKind.FILE).formats();

    /**
     * A local file, which FFmpeg reads itself.
     *
     * @param path as the file system has it
     */
    record LocalFile(String path) implements MediaInput {

        /** Refuses an absent path. */
        public LocalFile {
            Objects.requireNonNull(path, "path");
        }

        /** The file's name: its folders may say more than a log should. */
        @Override
        public String toString() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * Bytes that FFmpeg asks us for. Nothing that they name is opened.
     *
     * @param factory opens them anew for each pass
     * @param formats names of the containers that they may be in, as FFmpeg calls them, separated
     *     by commas
     */
    record Bytes(ByteSource.Factory factory, String formats) implements MediaInput {

        /** Refuses absent parts. */
        public Bytes {
            Objects.requireNonNull(factory, "factory");
            Objects.requireNonNull(formats, "formats");
        }

        @Override
        public String toString() {
            return "bytes";
        }
    }

    /**
     * What only FFmpeg speaks: RTSP, RTMP, SRT, MPEG-TS over UDP. Whoever makes one has checked
     * that its host may be read.
     *
     * @param url with credentials, if there are any; never shown
     * @param protocols names of FFmpeg's protocols that it may use, separated by commas
     * @param formats names of the containers that may arrive, separated by commas
     * @param options of FFmpeg's protocol and demuxer, {@code rtsp_transport} for example; what
     *     Sightline decides itself for safety overrules them
     */
    record Network(String url, String protocols, String formats, Map<String, String> options)
            implements MediaInput {

        /** Refuses absent parts. */
        public Network {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(protocols, "protocols");
            Objects.requireNonNull(formats, "formats");
            options = Map.copyOf(options);
        }

        /** Scheme and host: all else may hold a secret. */
        @Override
        public String toString() {
            try {
                URI uri = URI.create(url);
                return uri.getScheme() + "://" + uri.getHost();
            } catch (IllegalArgumentException e) {
                return "network";
            }
        }
    }
}
