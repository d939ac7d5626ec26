// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * What is to be written.
 *
 * @param streams which, in the order in which they are written; at least one
 * @param findings moments that somebody looked for, beside the matches of standing queries
 * @param offsetMs media time at which the video that WebVTT goes with begins, in milliseconds: its
 *     times are less by it, and what lies before is left out; other formats do not ask
 * @param sprites address of a sheet of small pictures by its number from 0, for {@code
 *     sprites.vtt}; without a fragment
 */
public record ExportRequest(
        List<Part> streams, List<Finding> findings, long offsetMs, IntFunction<String> sprites) {

    /**
     * An epoch of a stream.
     *
     * @param streamId the stream
     * @param epoch which of its epochs, or null for the latest
     */
    public record Part(String streamId, Long epoch) {

        /** Refuses an absent stream. */
        public Part {
            Objects.requireNonNull(streamId, "streamId");
        }
    }

    /** Copies the lists. */
    public ExportRequest {
        streams = List.copyOf(streams);
        findings = List.copyOf(findings);
        Objects.requireNonNull(sprites, "sprites");
    }

    /** The latest epochs of streams, without more; sheets lie beside the file. */
    public static ExportRequest of(String... streamIds) {
        List<Part> parts = Arrays.stream(streamIds).map(id -> new Part(id, null)).toList();
        return new ExportRequest(parts, List.of(), 0, sheet -> "sprites-" + sheet + ".jpg");
    }
}
