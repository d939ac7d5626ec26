// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredChange;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What there is of an epoch, counted. */
final class EpochCounts {

    /** The later a state comes in a stream's life, the more it counts at one moment. */
    private static final List<String> STATES =
            List.of("online", "degraded", "reconnecting", "lost", "ended");

    /**
     * A state and what makes it the latest.
     *
     * @param ingested when it was told of
     * @param mediaMs at which media time
     * @param state the word
     */
    record State(Instant ingested, long mediaMs, String state) implements Comparable<State> {

        private static final Comparator<State> ORDER =
                Comparator.comparing(State::ingested)
                        .thenComparingLong(State::mediaMs)
                        .thenComparingInt(one -> STATES.indexOf(one.state))
                        .thenComparing(State::state);

        @Override
        public int compareTo(State other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A sample of which there is a picture.
     *
     * @param mediaMs its media time
     * @param id of the sample
     */
    record PictureSample(long mediaMs, String id) implements Comparable<PictureSample> {

        private static final Comparator<PictureSample> ORDER =
                Comparator.comparingLong(PictureSample::mediaMs).thenComparing(PictureSample::id);

        @Override
        public int compareTo(PictureSample other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<EventKind, Long> events = new EnumMap<>(EventKind.class);
    private final Map<VectorField, Long> vectors = new HashMap<>();
    private StreamRef stream;
    private Instant ingested = Instant.MIN;
    private Instant first;
    private Instant last;
    private long firstSampleMs = Long.MAX_VALUE;
    private PictureSample firstPicture;
    private long endMs;
    private State state;
    private volatile Reference<List<Scene>> scenes;

    /**
     * @param isNew whether it does not take the place of another one
     * @param dimension of a sample's vector
     */
    void add(TimelineEvent event, boolean isNew, int dimension) {
        scenes = null;
        if (isNew) {
            events.merge(EventKind.of(event), 1L, Long::sum);
        }
        if (stream == null) {
            stream = event.stream();
        }
        note(event, EventDocument.timeOf(event));
        if (event instanceof IndexedSample indexed) {
            note(indexed);
            if (isNew) {
                vectors.merge(new VectorField(indexed.sample().digest(), dimension), 1L, Long::sum);
            }
        } else if (event instanceof SceneEvent scene) {
            reach(scene.start());
            // Behind an interruption another epoch may go on, with times of its own.
            reach(scene.kind() == StoredChange.Kind.DISCONTINUITY ? null : scene.end());
        } else if (event instanceof MatchEvent match) {
            reach(match.end());
        } else if (event instanceof StatusEvent status) {
            reach(status.gap() == null ? status.time() : status.gap().from());
            note(status);
        }
    }

    private void note(TimelineEvent event, MediaTime time) {
        if (time == null) {
            return;
        }
        if (time.ingested().isAfter(ingested)) {
            ingested = time.ingested();
            stream = event.stream();
        }
        if (time.wall() != null) {
            first = first == null || time.wall().isBefore(first) ? time.wall() : first;
            last = last == null || time.wall().isAfter(last) ? time.wall() : last;
        }
    }

    private void note(IndexedSample indexed) {
        MediaTime time = indexed.sample().time();
        reach(time);
        firstSampleMs = Math.min(firstSampleMs, time.mediaMs());
        if (indexed.sample().picture() != null) {
            PictureSample shown = new PictureSample(time.mediaMs(), indexed.id());
            firstPicture =
                    firstPicture == null || shown.compareTo(firstPicture) < 0
                            ? shown
                            : firstPicture;
        }
    }

    private void note(StatusEvent status) {
        if (EventKind.of(status) == EventKind.HEARTBEAT) {
            return;
        }
        MediaTime time = status.time();
        State told =
                time == null
                        ? new State(Instant.MIN, 0, status.state())
                        : new State(time.ingested(), time.mediaMs(), status.state());
        state = state == null || told.compareTo(state) > 0 ? told : state;
    }

    private void reach(MediaTime time) {
        if (time != null) {
            endMs = Math.max(endMs, time.mediaMs());
        }
    }

    long count(EventKind kind) {
        return events.getOrDefault(kind, 0L);
    }

    Map<VectorField, Long> vectors() {
        return vectors;
    }

    StreamRef stream() {
        return stream;
    }

    /** When the latest of it was ingested. */
    Instant ingested() {
        return ingested;
    }

    /** Earliest wall time, or null. */
    Instant first() {
        return first;
    }

    /** Latest wall time, or null. */
    Instant last() {
        return last;
    }

    /** Media time of the first sample; {@link Long#MAX_VALUE} where there is none. */
    long firstSampleMs() {
        return firstSampleMs;
    }

    /** The first sample of which there is a picture, or null. */
    PictureSample firstPicture() {
        return firstPicture;
    }

    /** How far it was watched. */
    long endMs() {
        return endMs;
    }

    /** The latest one, or null. */
    State state() {
        return state;
    }

    /** What was kept since something was added last, or null. */
    List<Scene> scenes() {
        Reference<List<Scene>> kept = scenes;
        return kept == null ? null : kept.get();
    }

    /** Keeps scenes while there is memory for them. */
    void keep(List<Scene> made) {
        scenes = new SoftReference<>(List.copyOf(made));
    }
}
