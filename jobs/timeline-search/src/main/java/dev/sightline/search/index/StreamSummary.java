// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the index holds of a stream.
 *
 * @param id the stream's
 * @param uri where its latest epoch was read from
 * @param kind of that source, in the events' word (file, http, hls, rtsp ...)
 * @param live whether it cannot be read again
 * @param state latest one told of, or null
 * @param epochs those that there is anything of, the oldest first
 * @param samples over all epochs and models
 * @param changes scene changes over all epochs
 * @param matches of standing queries over all epochs
 * @param durationMs how far the latest epoch was watched, in milliseconds of media time
 * @param first earliest wall time, or null
 * @param last latest wall time, or null
 * @param models digests of the models that there are vectors of
 */
public record StreamSummary(
        String id,
        String uri,
        String kind,
        boolean live,
        String state,
        List<Long> epochs,
        long samples,
        long changes,
        long matches,
        long durationMs,
        Instant first,
        Instant last,
        Set<String> models) {

    /** Copies the collections. */
    public StreamSummary {
        epochs = List.copyOf(epochs);
        models = Set.copyOf(models);
    }
}
