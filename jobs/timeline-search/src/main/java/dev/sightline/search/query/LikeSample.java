// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Timeline;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the sample that stands for something that is pointed at. */
final class LikeSample {

    /** Samples lie a second apart, or some; the nearest within this stands for a moment. */
    private static final long NEAR_MS = 30_000;

    private final TimelineIndex index;

    private record Place(String streamId, long epoch, long ms, long fromMs, long toMs) {

        static Place around(Timeline timeline, long ms) {
            return new Place(
                    timeline.stream().streamId(),
                    timeline.stream().epoch(),
                    ms,
                    Math.max(0, ms - NEAR_MS),
                    ms + NEAR_MS);
        }
    }

    LikeSample(TimelineIndex index) {
        this.index = index;
    }

    /**
     * The sample of this id; of a match the one at its peak, of a scene its first.
     *
     * @param digest of the model that its vector has to be of
     * @throws InvalidSearch if there is none
     */
    IndexedSample find(String id, String digest) throws IOException {
        Optional<IndexedSample> own = index.sample(id);
        if (own.isPresent()) {
            if (!own.get().sample().digest().equals(digest)) {
                throw new InvalidSearch(
                        "like",
                        "is a sample of the model "
                                + own.get().sample().digest()
                                + ", which is not the one that is asked; name it as 'model'");
            }
            return own.get();
        }
        Optional<Place> place = place(id);
        if (place.isEmpty()) {
            throw new InvalidSearch("like", "names no sample, match or scene of the index: " + id);
        }
        return nearest(place.get(), digest)
                .orElseThrow(
                        () -> new InvalidSearch("like", "is where the index has no sample: " + id));
    }

    /** Events other than samples are few; the index does not find them by id. */
    private Optional<Place> place(String id) throws IOException {
        for (StreamSummary stream : index.streams()) {
            for (long epoch : stream.epochs()) {
                Optional<Place> place =
                        index.timeline(stream.id(), epoch).flatMap(timeline -> place(id, timeline));
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Place> place(String id, Timeline timeline) {
        Stream<Place> matches =
                timeline.matches().stream()
                        .filter(match -> match.id().equals(id))
                        .map(match -> Place.around(timeline, match.peak().mediaMs()));
        Stream<Place> scenes =
                timeline.scenes().stream()
                        .filter(scene -> scene.id().equals(id))
                        .map(
                                scene ->
                                        new Place(
                                                timeline.stream().streamId(),
                                                scene.epoch(),
                                                scene.startMs(),
                                                scene.startMs(),
                                                scene.endMs() + 1));
        return Stream.concat(matches, scenes).findFirst();
    }

    private Optional<IndexedSample> nearest(Place place, String digest) throws IOException {
        IndexedSample[] best = new IndexedSample[1];
        SampleFilter around =
                new SampleFilter(Set.of(place.streamId), null, null, place.fromMs, place.toMs);
        index.forEach(
                digest,
                around,
                next -> {
                    if (next.stream().epoch() == place.epoch
                            && (best[0] == null || away(next, place) < away(best[0], place))) {
                        best[0] = next;
                    }
                });
        // What is shown by the index is not to be kept, so it is read again.
        return best[0] == null ? Optional.empty() : index.sample(best[0].id());
    }

    private static long away(IndexedSample sample, Place place) {
        return Math.abs(sample.sample().time().mediaMs() - place.ms);
    }
}
