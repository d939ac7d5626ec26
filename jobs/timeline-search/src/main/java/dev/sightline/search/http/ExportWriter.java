// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.query.InvalidSearch;
import dev.sightline.search.query.SearchRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes what is known of streams in forms of other programs. Safe for use by several threads. */
public interface ExportWriter {

    /**
     * What is written.
     *
     * @param format one of {@link #formats}
     * @param streams ids; empty for all
     * @param epoch of the stream, or null for the latest of each
     * @param search whose answers are written too, or null
     * @param shiftMs media time that is the zero of what is written, for videos that begin there
     */
    record Ask(
            String format, List<String> streams, Long epoch, SearchRequest search, long shiftMs) {

        /** Copies the list. */
        public Ask {
            streams = List.copyOf(streams);
        }
    }

    /** Names of the formats, such as {@code chapters.vtt} or {@code csv}. */
    List<String> formats();

    /** Media type of a format. */
    String mediaType(String format);

    /**
     * Writes.
     *
     * @throws InvalidSearch if the search makes no sense; nothing was written then
     */
    void write(Ask ask, OutputStream out) throws IOException;
}
