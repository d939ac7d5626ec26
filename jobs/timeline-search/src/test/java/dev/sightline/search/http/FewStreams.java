// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An index of streams that a test names; finding samples is others' matter. */
final class FewStreams implements TimelineIndex {

    final Map<String, StreamSummary> summaries = new TreeMap<>();
    final Map<String, Timeline> timelines = new ConcurrentHashMap<>();
    final Map<String, String> pictures = new ConcurrentHashMap<>();
    final List<IndexedSample> samples = new CopyOnWriteArrayList<>();
    volatile IOException broken;
    volatile Runnable whileReading = () -> {};

    void add(StreamSummary summary, Timeline timeline) {
        summaries.put(summary.id(), summary);
        timelines.put(summary.id() + "#" + timeline.stream().epoch(), timeline);
    }

    @Override
    public void write(List<TimelineEvent> events, Map<TopicPosition, Long> positions) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<TopicPosition, Long> positions() {
        return Map.of();
    }

    @Override
    public List<StreamSummary> streams() throws IOException {
        if (broken != null) {
            throw broken;
        }
        return List.copyOf(summaries.values());
    }

    @Override
    public Optional<StreamSummary> stream(String streamId) {
        return Optional.ofNullable(summaries.get(streamId));
    }

    @Override
    public Optional<Timeline> timeline(String streamId, long epoch) {
        whileReading.run();
        return Optional.ofNullable(timelines.get(streamId + "#" + epoch));
    }

    @Override
    public Map<String, Integer> models() {
        return Map.of("sha256:12", 256);
    }

    @Override
    public List<ScoredSample> nearest(
            String digest, float[] vector, SampleFilter filter, int limit) {
        return List.of();
    }

    @Override
    public long count(String digest, SampleFilter filter) {
        return 0;
    }

    @Override
    public void forEach(String digest, SampleFilter filter, Consumer<IndexedSample> visitor) {
        whileReading.run();
        samples.stream()
                .filter(each -> filter.streams().contains(each.stream().streamId()))
                .filter(each -> filter.epoch() == each.stream().epoch())
                .filter(each -> each.sample().time().mediaMs() >= filter.fromMs())
                .filter(each -> each.sample().time().mediaMs() < filter.toMs())
                .forEach(visitor);
    }

    @Override
    public Optional<TimelineEvent> event(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<IndexedSample> sample(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<String> picture(String id) {
        return Optional.ofNullable(pictures.get(id));
    }

    @Override
    public void delete(Set<String> streamIds) {
        summaries.keySet().removeAll(streamIds);
    }

    @Override
    public long deleteOlderThan(Map<Instant, Set<String>> limits) {
        return 0;
    }

    @Override
    public void close() {}
}
