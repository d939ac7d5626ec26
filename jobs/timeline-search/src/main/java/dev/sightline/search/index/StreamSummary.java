// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.video.StreamRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the index holds of a stream.
 *
 * @param latest the stream, as its latest epoch has it
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
        StreamRef latest,
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

    /** The stream's. */
    public String id() {
        return latest.streamId();
    }
}
