// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.http.ByteRange;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A piece of a stream.
 *
 * @param sequence its number in the stream (media sequence number)
 * @param discontinuity whether the time line breaks before it
 * @param uri where it is
 * @param range which part of that it is
 * @param duration as the playlist has it
 * @param programDateTime when its first frame was taken; null if not told
 * @param initialization what has to be read before it; null for nothing
 * @param absent whether the playlist itself says that it is not there (EXT-X-GAP)
 */
record Segment(
        long sequence,
        boolean discontinuity,
        URI uri,
        ByteRange range,
        Duration duration,
        Instant programDateTime,
        Initialization initialization,
        boolean absent) {

    /**
     * The header of an fMP4 stream (EXT-X-MAP).
     *
     * @param uri where it is
     * @param range which part of that it is
     */
    record Initialization(URI uri, ByteRange range) {

        /** Whatever its address has behind the path: a token may differ from time to time. */
        boolean isSame(Initialization other) {
            return other != null
                    && range.equals(other.range)
                    && Objects.equals(uri.getRawPath(), other.uri.getRawPath());
        }
    }

    /** Whether its bytes and times go on where those of another one end. */
    boolean follows(Segment other) {
        return sequence == other.sequence + 1
                && !discontinuity
                && (initialization == null
                        ? other.initialization == null
                        : initialization.isSame(other.initialization));
    }

    /** Its number: its address may hold a token. */
    @Override
    public String toString() {
        return "segment " + sequence;
    }
}
