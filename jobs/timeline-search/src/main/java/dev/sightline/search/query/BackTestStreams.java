// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.video.StreamGlobs;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which streams a back-test goes through, and how far their samples are apart. */
final class BackTestStreams {

    static final int MOST_STREAMS = 50;

    /** The end of an epoch tells its interval to the millisecond. */
    private static final long LOOKED_AT_MS = Duration.ofMinutes(1).toMillis();

    private final TimelineIndex index;

    BackTestStreams(TimelineIndex index) {
        this.index = index;
    }

    /**
     * The ids of streams by the interval of their samples.
     *
     * @param globs of the query
     * @param wanted ids; empty for all
     * @throws InvalidSearch if there are none, or too many
     */
    Map<Duration, Set<String>> byInterval(List<String> globs, Set<String> wanted, String digest)
            throws IOException {
        List<StreamSummary> meant = meant(new StreamGlobs(globs), wanted, digest);
        int count = meant.size();
        if (count == 0) {
            throw new InvalidSearch(
                    "streams",
                    "have no samples of the model that compares the query; do their names fit, and"
                            + " does the query's 'streams' name them, too?");
        } else if (count > MOST_STREAMS) {
            throw new InvalidSearch(
                    "streams",
                    "are too many: " + count + ", at most " + MOST_STREAMS + "; name some of them");
        }
        Map<Duration, Set<String>> found = new TreeMap<>();
        for (StreamSummary stream : meant) {
            found.computeIfAbsent(interval(stream, digest), any -> new TreeSet<>())
                    .add(stream.id());
        }
        return new LinkedHashMap<>(found);
    }

    private List<StreamSummary> meant(StreamGlobs query, Set<String> wanted, String digest)
            throws IOException {
        return index.streams().stream()
                .filter(stream -> wanted.isEmpty() || wanted.contains(stream.id()))
                .filter(stream -> query.include(stream.id()))
                .filter(stream -> stream.models().contains(digest))
                .toList();
    }

    private Duration interval(StreamSummary stream, String digest) throws IOException {
        SampleInterval interval = new SampleInterval();
        long from = Math.max(0, stream.durationMs() - LOOKED_AT_MS);
        index.forEach(
                digest,
                new SampleFilter(Set.of(stream.id()), null, null, from, Long.MAX_VALUE),
                sample -> interval.accept(sample.sample()));
        return interval.get();
    }
}
