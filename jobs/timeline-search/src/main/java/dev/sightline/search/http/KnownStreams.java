// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.util.List;

/**
 * Finds streams that parameters name.
 *
 * @param index what there is
 */
record KnownStreams(TimelineIndex index) {

    /** The largest number that JavaScript has exactly. */
    private static final long LARGEST_EPOCH = (1L << 53) - 1;

    /**
     * An epoch of a stream that there is.
     *
     * @param streamId which stream
     * @param epoch which of its epochs
     */
    record Epoch(String streamId, long epoch) {}

    /** The one of {@code stream} and {@code epoch}, which is the latest if it is not given. */
    Epoch epoch(Parameters parameters) throws IOException {
        String id = parameters.required("stream");
        StreamSummary stream = index.stream(id).orElseThrow(KnownStreams::unknown);
        List<Long> epochs = stream.epochs();
        long latest = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        long epoch = parameters.whole("epoch", latest, 0, LARGEST_EPOCH);
        if (!epochs.contains(epoch)) {
            throw Problem.notFound("epoch: the stream has no such epoch");
        }
        return new Epoch(id, epoch);
    }

    /** The stream as that epoch has it. */
    StreamRef stream(Parameters parameters) throws IOException {
        Epoch epoch = epoch(parameters);
        return index.streamRef(epoch.streamId(), epoch.epoch()).orElseThrow(KnownStreams::unknown);
    }

    Timeline timeline(Parameters parameters) throws IOException {
        Epoch epoch = epoch(parameters);
        return index.timeline(epoch.streamId(), epoch.epoch()).orElseThrow(KnownStreams::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("stream: nothing is known of it; api/v1/streams lists all");
    }
}
