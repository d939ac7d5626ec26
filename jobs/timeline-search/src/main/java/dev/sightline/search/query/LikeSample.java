// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sample that stands for something that is pointed at. */
final class LikeSample {

    /** Samples lie a second apart, or some; the nearest within this stands for a moment. */
    private static final long NEAR_MS = 30_000;

    /** What an epoch's first scene is called, which no event has begun. */
    private static final Pattern FIRST_SCENE = Pattern.compile("(.+)#(\\d{1,18})", Pattern.DOTALL);

    private final TimelineIndex index;

    private record Place(String streamId, long epoch, long ms, long fromMs, long toMs) {

        static Place around(MatchEvent match) {
            long ms = match.peak().mediaMs();
            return new Place(
                    match.stream().streamId(),
                    match.stream().epoch(),
                    ms,
                    Math.max(0, ms - NEAR_MS),
                    ms + NEAR_MS);
        }

        static Place in(Scene scene, String streamId) {
            return new Place(
                    streamId, scene.epoch(), scene.startMs(), scene.startMs(), scene.endMs() + 1);
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

    private Optional<Place> place(String id) throws IOException {
        Optional<TimelineEvent> event = index.event(id);
        if (event.isPresent() && event.get() instanceof MatchEvent match) {
            return Optional.of(Place.around(match));
        }
        if (event.isPresent()) {
            StreamRef stream = event.get().stream();
            return scene(id, stream.streamId(), stream.epoch());
        }
        Matcher first = FIRST_SCENE.matcher(id);
        return first.matches()
                ? scene(id, first.group(1), Long.parseLong(first.group(2)))
                : Optional.empty();
    }

    private Optional<Place> scene(String id, String streamId, long epoch) throws IOException {
        return index.scenes(streamId, epoch).stream()
                .filter(scene -> scene.id().equals(id))
                .map(scene -> Place.in(scene, streamId))
                .findFirst();
    }

    private Optional<IndexedSample> nearest(Place place, String digest) throws IOException {
        IndexedSample[] best = new IndexedSample[1];
        SampleFilter around =
                new SampleFilter(
                        Set.of(place.streamId), place.epoch, null, null, place.fromMs, place.toMs);
        index.forEach(
                digest,
                around,
                next -> {
                    if (best[0] == null || away(next, place) < away(best[0], place)) {
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
