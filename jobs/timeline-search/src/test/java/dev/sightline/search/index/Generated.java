// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredSample;
import dev.sightline.match.MatchPhase;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events for tests, of cameras that begin at {@link #START}. */
final class Generated {

    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    /** Digest of a model. */
    static final String MODEL = "sha256:m";

    private Generated() {}

    static StreamRef camera(String id, long epoch) {
        return new StreamRef(id, epoch, "rtsp://10.0.0.1/" + id, SourceKind.RTSP, "");
    }

    static MediaTime at(long ms) {
        Instant wall = START.plusMillis(ms);
        return new MediaTime(
                ms * 90,
                new TimeBase(1, 90_000),
                ms,
                wall,
                WallSource.RTCP,
                40,
                wall.plusMillis(100));
    }

    /** As of a file without a creation time. */
    static MediaTime withoutWall(long ms) {
        return new MediaTime(
                ms, TimeBase.MILLISECONDS, ms, null, WallSource.NONE, 0, START.plusMillis(ms));
    }

    static float[] unit(Random random, int dimension) {
        float[] vector = new float[dimension];
        double length = 0;
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
            length += vector[i] * vector[i];
        }
        for (int i = 0; i < dimension; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    static IndexedSample sample(
            String id, StreamRef stream, String digest, MediaTime time, float[] vector) {
        String picture = "file:/pictures/" + id + ".jpg";
        return new IndexedSample(
                id, new StoredSample(stream, digest, time.mediaMs() / 1000, time, vector, picture));
    }

    /** Samples of 16 dimensions, a second apart. */
    static List<TimelineEvent> samples(Random random, String stream, int from, int to) {
        List<TimelineEvent> samples = new ArrayList<>();
        for (int i = from; i < to; i++) {
            samples.add(
                    sample(stream + i, camera(stream, 1), MODEL, at(i * 1_000), unit(random, 16)));
        }
        return samples;
    }

    static SceneEvent cut(String id, StreamRef stream, long ms) {
        return change(id, stream, StoredChange.Kind.CUT, ms, ms);
    }

    static SceneEvent change(
            String id, StreamRef stream, StoredChange.Kind kind, long startMs, long endMs) {
        return new SceneEvent(
                id, stream, kind, at(startMs), at(endMs), 20, 0.9, 0, "file:/pictures/" + id);
    }

    static MatchEvent match(
            String id, StreamRef stream, MatchPhase.Phase phase, long startMs, long endMs) {
        return new MatchEvent(
                id,
                stream,
                phase,
                "cats",
                3,
                "a cat",
                at(startMs),
                at(startMs),
                at(endMs),
                0.8,
                0.3,
                0.25,
                1.0,
                null,
                phase == MatchPhase.Phase.CLOSE ? "ended" : null,
                null);
    }

    static StatusEvent status(String id, StreamRef stream, String state, long ms) {
        return new StatusEvent(id, stream, at(ms), state, null, null);
    }
}
