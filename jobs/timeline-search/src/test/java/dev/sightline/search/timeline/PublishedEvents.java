// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.event.EmbeddingEvent;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryMatch;
import dev.sightline.event.SceneChange;
import dev.sightline.event.StreamStatus;
import dev.sightline.event.TimeBlock;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Events as the job publishes them, made by its code. */
public final class PublishedEvents {

    public static final String DIGEST = "sha256:" + "a1".repeat(32);
    public static final int DIMENSION = 16;

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final EventFactory EVENTS =
            new EventFactory(
                    new ModelBlock("test", DIGEST, DIMENSION),
                    new ProducerBlock("job", "1"),
                    Clock.fixed(START, ZoneOffset.UTC));

    private PublishedEvents() {}

    public static StreamRef camera(String id, long epoch) {
        return new StreamRef(id, epoch, "rtsp://10.0.0.7/" + id, SourceKind.RTSP, "");
    }

    public static MediaTime at(long ms) {
        Instant wall = START.plusMillis(ms);
        return new MediaTime(
                90 * ms,
                new TimeBase(1, 90_000),
                ms,
                wall,
                WallSource.RTCP,
                40,
                wall.plusMillis(9));
    }

    /** A unit vector that follows from a seed. */
    public static float[] vector(long seed) {
        Random random = new Random(seed);
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    public static EmbeddingEvent embedding(StreamRef stream, long k) {
        float[] vector = vector(31 * k + stream.streamId().hashCode());
        return EVENTS.embedding(stream, k, at(k * 1_000), vector)
                .withThumbnail("file:/pictures/" + k + ".jpg");
    }

    public static SceneChange cut(StreamRef stream, long ms) {
        return EVENTS.sceneChange(
                stream,
                at(ms),
                at(ms),
                "cut",
                20,
                0.9,
                new SceneChange.Scores(0.8, 0.4),
                new SceneChange.PreviousScene("p", ms - 1_500, 1_500));
    }

    public static QueryMatch match(StreamRef stream, String phase, long startMs, long endMs) {
        QueryMatch.QueryBlock query = new QueryMatch.QueryBlock("cats", 3, "a cat");
        return new QueryMatch(
                EVENTS.header(stream.streamId() + startMs + phase + endMs, stream, at(endMs)),
                EVENTS.common(stream, at(endMs)),
                EVENTS.matchId(stream, query, 90 * startMs),
                phase,
                query,
                TimeBlock.of(at(startMs)),
                TimeBlock.of(at(startMs + 500)),
                TimeBlock.of(at(endMs)),
                0.31,
                0.85,
                0.25,
                1.0,
                4,
                "file:/pictures/match.jpg",
                phase.equals("close") ? "stream-lost" : null,
                null,
                null);
    }

    public static StreamStatus gap(StreamRef stream, long fromMs, long toMs) {
        return new StreamStatus(
                EVENTS.header(stream.streamId() + "gap" + fromMs, stream, at(toMs)),
                EVENTS.common(stream, at(toMs)),
                "degraded",
                new StreamStatus.Missing(
                        TimeBlock.of(at(fromMs)), TimeBlock.of(at(toMs)), toMs - fromMs, "lost"),
                null,
                null,
                2.5,
                null,
                null,
                null,
                null);
    }
}
