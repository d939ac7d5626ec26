// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What is to be written.
 *
 * @param streams which, in the order in which they are written; at least one
 * @param findings moments that somebody looked for, beside the matches of standing queries
 * @param offsetMs media time at which the video that WebVTT goes with begins, in milliseconds: its
 *     times are less by it, and what lies before is left out; other formats do not ask
 * @param sprites addresses of sheets of small pictures, for {@code sprites.vtt}
 * @param notes what a reader should know of the findings, such as that there are more; each a
 *     sentence
 */
public record ExportRequest(
        List<Part> streams,
        List<Finding> findings,
        long offsetMs,
        Sheets sprites,
        List<String> notes) {

    /** Where sheets of small pictures are. */
    @FunctionalInterface
    public interface Sheets {

        /**
         * The address of a sheet, without a fragment.
         *
         * @param number of the sheet, from 0
         * @param untilMs media time of the last picture of all sheets, in milliseconds: those of a
         *     live stream stay as they are with it
         */
        String address(int number, long untilMs);
    }

    /** Sheets that somebody puts beside the file. */
    public static final Sheets BESIDE = (number, untilMs) -> "sprites-" + number + ".jpg";

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
        notes = List.copyOf(notes);
        Objects.requireNonNull(sprites, "sprites");
    }

    /** One without notes. */
    public ExportRequest(
            List<Part> streams, List<Finding> findings, long offsetMs, Sheets sprites) {
        this(streams, findings, offsetMs, sprites, List.of());
    }

    /** The latest epochs of streams, without more; sheets lie beside the file. */
    public static ExportRequest of(String... streamIds) {
        List<Part> parts = Arrays.stream(streamIds).map(id -> new Part(id, null)).toList();
        return new ExportRequest(parts, List.of(), 0, BESIDE);
    }
}
