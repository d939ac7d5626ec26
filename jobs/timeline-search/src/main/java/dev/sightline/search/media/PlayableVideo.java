// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import dev.sightline.video.decode.VideoFacts;
import dev.sightline.video.repack.BrowserFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a browser gets a file.
 *
 * @param file which, without links on the way
 * @param facts what it is
 * @param size in bytes
 * @param modified when it was written to last, in milliseconds since 1970
 */
public record PlayableVideo(Path file, VideoFacts facts, long size, long modified) {

    /** The content type under which it plays as it is; empty if it has to be converted. */
    public Optional<String> direct() {
        return BrowserFormats.contentType(facts);
    }

    /**
     * Media time at which the file's own time is 0, in milliseconds; for one that plays as it is.
     * What is shown beside it, cues for example, is to be shifted by it.
     */
    public long startMs() {
        return -Math.max(0, facts.startMs());
    }

    /** The header {@code ETag}: changes when the file is written to. */
    public String entityTag() {
        return "\"" + Long.toHexString(size) + "-" + Long.toHexString(modified) + "\"";
    }

    /**
     * The bytes that a request gets.
     *
     * @param range the header {@code Range}, or null
     * @param ifRange the header {@code If-Range}, or null
     */
    public ByteRange range(String range, String ifRange) {
        return ByteRange.of(range, ifRange, entityTag(), size);
    }

    /**
     * Reads them; the caller closes the stream.
     *
     * @throws IOException if the file is gone, or shorter by now
     */
    public InputStream open(ByteRange range) throws IOException {
        InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        try {
            in.skipNBytes(range.first());
            return new RangeStream(in, range.length());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
