// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.clip.Vectors;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An index that forgets everything at the end of the process. For tests. */
public class MemoryIndex implements TimelineIndex {

    private static final Comparator<IndexedSample> IN_TIME =
            Comparator.comparing((IndexedSample sample) -> sample.stream().streamId())
                    .thenComparing(sample -> sample.stream().epoch())
                    .thenComparing(sample -> sample.sample().time().mediaMs());

    private final Map<String, TimelineEvent> events = new TreeMap<>();
    private final Map<TopicPosition, Long> positions = new HashMap<>();

    /** Takes events as of no topic. */
    public MemoryIndex with(TimelineEvent... more) {
        write(List.of(more), Map.of());
        return this;
    }

    @Override
    public synchronized void write(List<TimelineEvent> more, Map<TopicPosition, Long> read) {
        for (TimelineEvent event : more) {
            events.merge(event.id(), event, MemoryIndex::later);
        }
        positions.putAll(read);
    }

    private static TimelineEvent later(TimelineEvent old, TimelineEvent next) {
        boolean earlier =
                old instanceof MatchEvent before
                        && next instanceof MatchEvent after
                        && after.phase().compareTo(before.phase()) < 0;
        return earlier ? old : next;
    }

    @Override
    public synchronized Map<TopicPosition, Long> positions() {
        return Map.copyOf(positions);
    }

    @Override
    public synchronized List<StreamSummary> streams() {
        return new TreeSet<>(events.values().stream().map(e -> e.stream().streamId()).toList())
                .stream().map(this::summary).toList();
    }

    @Override
    public synchronized Optional<StreamSummary> stream(String streamId) {
        return streams().stream().filter(stream -> stream.id().equals(streamId)).findFirst();
    }

    private StreamSummary summary(String streamId) {
        List<TimelineEvent> own = of(streamId, TimelineEvent.class).toList();
        List<Long> epochs = own.stream().map(e -> e.stream().epoch()).distinct().sorted().toList();
        long latest = epochs.get(epochs.size() - 1);
        TimelineEvent shown =
                own.stream().filter(e -> e.stream().epoch() == latest).findFirst().orElseThrow();
        List<Instant> walls = MemoryEvents.walls(own);
        return new StreamSummary(
                shown.stream(),
                of(streamId, StatusEvent.class)
                        .reduce((before, after) -> after)
                        .map(StatusEvent::state)
                        .orElse(null),
                epochs,
                of(streamId, IndexedSample.class).count(),
                of(streamId, SceneEvent.class).count(),
                of(streamId, MatchEvent.class).count(),
                endMs(streamId, latest),
                walls.isEmpty() ? null : walls.get(0),
                walls.isEmpty() ? null : walls.get(walls.size() - 1),
                Set.copyOf(
                        of(streamId, IndexedSample.class)
                                .map(s -> s.sample().digest())
                                .distinct()
                                .toList()));
    }

    private long endMs(String streamId, long epoch) {
        return of(streamId, TimelineEvent.class)
                .filter(
                        event ->
                                event.stream().epoch() == epoch && MemoryEvents.time(event) != null)
                .mapToLong(event -> MemoryEvents.time(event).mediaMs())
                .max()
                .orElse(0);
    }

    private <T extends TimelineEvent> Stream<T> of(String streamId, Class<T> kind) {
        return events.values().stream()
                .filter(event -> event.stream().streamId().equals(streamId))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    @Override
    public synchronized Optional<Timeline> timeline(String streamId, long epoch) {
        Predicate<TimelineEvent> its = event -> event.stream().epoch() == epoch;
        Optional<TimelineEvent> any = of(streamId, TimelineEvent.class).filter(its).findFirst();
        if (any.isEmpty()) {
            return Optional.empty();
        }
        List<SceneEvent> changes =
                of(streamId, SceneEvent.class)
                        .filter(its)
                        .sorted(Comparator.comparing(change -> change.end().mediaMs()))
                        .toList();
        long endMs = endMs(streamId, epoch);
        return Optional.of(
                new Timeline(
                        any.get().stream(),
                        endMs,
                        MemoryScenes.of(any.get().stream(), changes, endMs, shown(streamId, epoch)),
                        changes,
                        of(streamId, MatchEvent.class)
                                .filter(its)
                                .sorted(Comparator.comparing(match -> match.start().mediaMs()))
                                .toList(),
                        of(streamId, StatusEvent.class)
                                .filter(its)
                                .filter(status -> !status.state().equals("heartbeat"))
                                .toList()));
    }

    private Optional<IndexedSample> shown(String streamId, long epoch) {
        return of(streamId, IndexedSample.class)
                .filter(s -> s.stream().epoch() == epoch && s.sample().picture() != null)
                .min(IN_TIME.thenComparing(IndexedSample::id));
    }

    @Override
    public synchronized Map<String, Integer> models() {
        Map<String, Integer> models = new TreeMap<>();
        samples().forEach(s -> models.put(s.sample().digest(), s.sample().vector().length));
        return models;
    }

    private Stream<IndexedSample> samples() {
        return events.values().stream()
                .filter(IndexedSample.class::isInstance)
                .map(IndexedSample.class::cast);
    }

    @Override
    public synchronized List<ScoredSample> nearest(
            String digest, float[] vector, SampleFilter filter, int limit) {
        return samples()
                .filter(sample -> MemoryEvents.passes(sample, digest, filter))
                .map(s -> new ScoredSample(s, Vectors.dot(s.sample().vector(), vector)))
                .sorted(
                        Comparator.comparingDouble((ScoredSample hit) -> -hit.cosine())
                                .thenComparing(hit -> hit.sample().id()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long count(String digest, SampleFilter filter) {
        return samples().filter(s -> MemoryEvents.passes(s, digest, filter)).count();
    }

    @Override
    public synchronized void forEach(
            String digest, SampleFilter filter, Consumer<IndexedSample> visitor) {
        samples()
                .filter(s -> MemoryEvents.passes(s, digest, filter))
                .sorted(IN_TIME)
                .forEach(visitor);
    }

    @Override
    public synchronized Optional<IndexedSample> sample(String id) {
        return Optional.ofNullable(events.get(id))
                .filter(IndexedSample.class::isInstance)
                .map(IndexedSample.class::cast);
    }

    @Override
    public synchronized Optional<TimelineEvent> event(String id) {
        return Optional.ofNullable(events.get(id))
                .filter(event -> event instanceof SceneEvent || event instanceof MatchEvent);
    }

    @Override
    public synchronized Optional<String> picture(String id) {
        return Optional.ofNullable(events.get(id)).map(MemoryEvents::picture);
    }

    @Override
    public synchronized void delete(Set<String> streamIds) {
        events.values().removeIf(event -> streamIds.contains(event.stream().streamId()));
    }

    @Override
    public synchronized long deleteOlderThan(Map<Instant, Set<String>> limits) {
        int before = events.size();
        events.values()
                .removeIf(
                        event ->
                                limits.entrySet().stream()
                                        .anyMatch(
                                                each ->
                                                        isOlder(
                                                                event,
                                                                each.getKey(),
                                                                each.getValue())));
        return before - events.size();
    }

    private static boolean isOlder(TimelineEvent event, Instant limit, Set<String> streamIds) {
        return (streamIds.isEmpty() || streamIds.contains(event.stream().streamId()))
                && MemoryEvents.time(event) != null
                && MemoryEvents.isOlder(MemoryEvents.time(event), limit);
    }

    @Override
    public void close() {}
}
