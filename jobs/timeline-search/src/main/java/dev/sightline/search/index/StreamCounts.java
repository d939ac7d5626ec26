// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What there is of all streams, counted as it is written. Safe for several threads. */
final class StreamCounts {

    private Map<String, Map<Long, EpochCounts>> streams = new TreeMap<>();
    private Map<VectorField, Long> vectors = new HashMap<>();

    synchronized void add(TimelineEvent event, boolean isNew, int dimension) {
        EpochCounts epoch =
                streams.computeIfAbsent(event.stream().streamId(), id -> new TreeMap<>())
                        .computeIfAbsent(event.stream().epoch(), number -> new EpochCounts());
        epoch.add(event, isNew, dimension);
        if (isNew && event instanceof IndexedSample indexed) {
            VectorField field = new VectorField(indexed.sample().digest(), dimension);
            vectors.merge(field, 1L, Long::sum);
        }
    }

    /** Takes another's counts, which is then not to be used any more. */
    synchronized void become(StreamCounts other) {
        streams = other.streams;
        vectors = other.vectors;
    }

    /** How many vectors there are in a field. */
    synchronized long vectors(VectorField field) {
        return vectors.getOrDefault(field, 0L);
    }

    /** Digests with the dimension of most of their vectors. */
    synchronized Map<String, Integer> models() {
        Map<String, VectorField> most = new TreeMap<>();
        for (VectorField field : vectors.keySet()) {
            most.merge(field.digest(), field, (a, b) -> vectors.get(a) >= vectors.get(b) ? a : b);
        }
        Map<String, Integer> models = new TreeMap<>();
        most.forEach((digest, field) -> models.put(digest, field.dimension()));
        return models;
    }

    synchronized List<StreamSummary> summaries() {
        return streams.keySet().stream().map(id -> summary(id).orElseThrow()).toList();
    }

    synchronized Optional<StreamSummary> summary(String streamId) {
        return streams.containsKey(streamId)
                ? Optional.of(summary(inOrder(streams.get(streamId).values())))
                : Optional.empty();
    }

    /** An epoch; not to be kept, as it changes. */
    synchronized Optional<EpochCounts> epoch(String streamId, long epoch) {
        return Optional.ofNullable(streams.getOrDefault(streamId, Map.of()).get(epoch));
    }

    /** The names of the epochs that a filter asks for, a stream's in their order. */
    synchronized List<String> epochs(SampleFilter filter) {
        List<String> names = new ArrayList<>();
        streams.forEach(
                (id, epochs) -> {
                    if (filter.streams().isEmpty() || filter.streams().contains(id)) {
                        inOrder(epochs.values()).stream()
                                .map(EpochCounts::stream)
                                .filter(s -> filter.epoch() == null || filter.epoch() == s.epoch())
                                .forEach(stream -> names.add(Epochs.name(stream)));
                    }
                });
        return names;
    }

    /** A file's epochs have no order of their own, so when they were ingested decides. */
    private static List<EpochCounts> inOrder(Iterable<EpochCounts> epochs) {
        List<EpochCounts> ordered = new ArrayList<>();
        epochs.forEach(ordered::add);
        ordered.sort(
                Comparator.comparing(EpochCounts::ingested)
                        .thenComparingLong(epoch -> epoch.stream().epoch()));
        return ordered;
    }

    private static StreamSummary summary(List<EpochCounts> epochs) {
        EpochCounts latest = epochs.get(epochs.size() - 1);
        Set<String> models = new HashSet<>();
        epochs.forEach(epoch -> epoch.vectors().keySet().forEach(f -> models.add(f.digest())));
        return new StreamSummary(
                latest.stream(),
                greatest(epochs, EpochCounts::state).map(EpochCounts.State::state).orElse(null),
                epochs.stream().map(epoch -> epoch.stream().epoch()).toList(),
                sum(epochs, EventKind.SAMPLE),
                sum(epochs, EventKind.SCENE),
                sum(epochs, EventKind.MATCH),
                latest.endMs(),
                least(epochs),
                greatest(epochs, EpochCounts::last).orElse(null),
                models);
    }

    private static long sum(List<EpochCounts> epochs, EventKind kind) {
        return epochs.stream().mapToLong(epoch -> epoch.count(kind)).sum();
    }

    private static Instant least(List<EpochCounts> epochs) {
        return epochs.stream()
                .map(EpochCounts::first)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static <T extends Comparable<T>> Optional<T> greatest(
            List<EpochCounts> epochs, Function<EpochCounts, T> part) {
        return epochs.stream().map(part).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
