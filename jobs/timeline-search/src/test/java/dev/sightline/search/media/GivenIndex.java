// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An index of what a test gives it; for reading only. */
public final class GivenIndex implements TimelineIndex {

    /** Digest of its only model. */
    public static final String MODEL = "model";

    private final Map<String, Timeline> timelines = new TreeMap<>();
    private final Map<String, String> pictures = new HashMap<>();
    private final List<IndexedSample> samples = new ArrayList<>();

    public GivenIndex with(Timeline timeline) {
        timelines.put(timeline.stream().streamId(), timeline);
        return this;
    }

    public GivenIndex withPicture(String id, String uri) {
        pictures.put(id, uri);
        return this;
    }

    public GivenIndex with(IndexedSample sample) {
        samples.add(sample);
        return withPicture(sample.id(), sample.sample().picture());
    }

    private StreamSummary summary(Timeline timeline) {
        return new StreamSummary(
                timeline.stream(),
                null,
                List.of(timeline.stream().epoch()),
                samples.size(),
                timeline.changes().size(),
                timeline.matches().size(),
                timeline.endMs(),
                null,
                null,
                Set.of(MODEL));
    }

    @Override
    public List<StreamSummary> streams() {
        return timelines.values().stream().map(this::summary).toList();
    }

    @Override
    public Optional<StreamSummary> stream(String streamId) {
        return Optional.ofNullable(timelines.get(streamId)).map(this::summary);
    }

    @Override
    public Optional<Timeline> timeline(String streamId, long epoch) {
        return Optional.ofNullable(timelines.get(streamId));
    }

    @Override
    public Map<String, Integer> models() {
        return Map.of(MODEL, 1);
    }

    @Override
    public long count(String digest, SampleFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forEach(String digest, SampleFilter filter, Consumer<IndexedSample> visitor) {
        samples.stream()
                .filter(sample -> filter.streams().contains(sample.stream().streamId()))
                .forEach(visitor);
    }

    @Override
    public Optional<String> picture(String id) {
        return Optional.ofNullable(pictures.get(id));
    }

    @Override
    public List<ScoredSample> nearest(
            String digest, float[] vector, SampleFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<TimelineEvent> event(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<IndexedSample> sample(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(List<TimelineEvent> events, Map<TopicPosition, Long> positions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<TopicPosition, Long> positions() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Set<String> streamIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long deleteOlderThan(Map<Instant, Set<String>> limits) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // Holds nothing that has to be given back.
    }
}
