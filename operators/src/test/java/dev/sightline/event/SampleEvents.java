// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One event of every kind, with and without the parts that may be absent. */
final class SampleEvents {

    static final Instant NOW = Instant.parse("2026-11-23T10:15:30.410Z");
    static final ModelBlock MODEL = new ModelBlock("tiny", "sha256:" + "ab".repeat(32), 2);
    static final ProducerBlock PRODUCER = new ProducerBlock("sightline", "0.1.0");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final EventFactory FACTORY = new EventFactory(MODEL, PRODUCER, CLOCK);
    static final StatusEvents STATUS = new StatusEvents(FACTORY);
    static final RegistrationEvents STREAMS = new RegistrationEvents(PRODUCER, CLOCK);
    static final ModelEvents WORKERS = new ModelEvents(MODEL, PRODUCER);
    static final QueryEvents QUERIES = new QueryEvents(MODEL, PRODUCER, CLOCK);
    static final StreamRef STREAM =
            new StreamRef("gate-3", 2, "rtsp://joe:pw@10.0.0.7/s1", SourceKind.RTSP, "");
    static final StreamRef FILE =
            new StreamRef("a/b.mp4", 77, "file:///v/a/b.mp4", SourceKind.FILE, "9-ff");
    static final MediaTime TIME =
            new MediaTime(
                    1_234_567,
                    new TimeBase(1, 90_000),
                    13_717,
                    Instant.parse("2026-11-23T10:15:30.250Z"),
                    WallSource.PROGRAM_DATE_TIME,
                    40,
                    NOW);
    static final MediaTime NO_WALL =
            new MediaTime(5, new TimeBase(1, 30), 166, null, WallSource.NONE, 0, NOW);

    private SampleEvents() {}

    static SceneChange sceneChange() {
        return FACTORY.sceneChange(
                STREAM,
                TIME,
                TIME,
                "cut",
                500,
                0.93,
                new SceneChange.Scores(0.7, 0.9),
                new SceneChange.PreviousScene("abc", 0, 13_717));
    }

    static QueryMatch match(String phase, String thumbnail, String closeReason) {
        QueryMatch.QueryBlock query = new QueryMatch.QueryBlock("cats", 3, "a cat");
        TimeBlock time = TimeBlock.of(NO_WALL);
        return new QueryMatch(
                FACTORY.header("id", FILE, NO_WALL),
                FACTORY.common(FILE, NO_WALL),
                FACTORY.matchId(FILE, query, NO_WALL.pts()),
                phase,
                query,
                time,
                time,
                time,
                0.41,
                0.97,
                0.2,
                0.8,
                3,
                thumbnail,
                closeReason,
                null,
                null);
    }

    static List<Event> all() {
        return List.copyOf(named().values());
    }

    /** Under the names that the golden files have. */
    static Map<String, Event> named() {
        StreamFailed unopened =
                new StreamFailed(FILE, -1, null, StreamFailed.Category.OPEN, "cannot be opened", 0);
        StreamFailed broken =
                new StreamFailed(FILE, 4, NO_WALL, StreamFailed.Category.DECODE, "is damaged", 9);
        QueryRequest query = QueryRequest.ofText("cats", "a cat", 1);
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("cut", sceneChange());
        events.put("suppressed-flash", suppressed());
        events.put("match-open", match("open", null, null));
        events.put("match-update", match("update", "http://h/t.jpg", null));
        events.put("match-close", match("close", null, "ended"));
        events.put("online", STATUS.of(new StreamStarted(STREAM, TIME)));
        events.put("gap", STATUS.of(new Gap(STREAM, 3, 30, NO_WALL, TIME, true, "lost")));
        events.put("ended", STATUS.of(new StreamEnded(FILE, 5, NO_WALL, 5, 0, 0)));
        events.put("ended-early", STATUS.of(new StreamEnded(FILE, 5, NO_WALL, 5, 1, 3000)));
        events.put("lost", STATUS.of(broken));
        events.put("reconnecting", live("reconnecting", 9L, 2L, 1.5, -12L, 3, 4000L));
        events.put("heartbeat", live("heartbeat", 3600L, 0L, null, 4L, null, null));
        events.put("shed", live("degraded", 60L, 0L, 12.0, null, null, null));
        StreamStatus.Embeddings drift = new StreamStatus.Embeddings("drift", "far from home");
        events.put("embedding-drift", STATUS.embeddings(STREAM, 3, TIME, drift, false));
        events.put("embedding-drift-over", STATUS.embeddings(STREAM, 9, TIME, drift, true));
        events.put("embedding", FACTORY.embedding(FILE, 5, NO_WALL, new float[] {0.6f, -0.8f}));
        events.put(
                "embedding-with-picture",
                FACTORY.embedding(FILE, 6, NO_WALL, new float[] {0.6f, -0.8f})
                        .withThumbnail("file:///p/samples/x/0/y.jpg"));
        events.put("never-opened", FACTORY.streamError(unopened));
        events.put("damaged", FACTORY.streamError(broken));
        events.put("malformed-query", QUERIES.malformed("cats", 7, "'text' is empty"));
        events.put("refused-registration", STREAMS.refused("gate-4", 2, "'uri' is missing"));
        events.put("stopped-worker", WORKERS.stopped("worker-1", NOW, "wrong vectors"));
        events.put("accepted", QUERIES.accepted(query, 1, 0.21, 0.9));
        events.put("refused-version", QUERIES.refused(query, 2, "version 3 is in force"));
        events.put("removed", QUERIES.removed("cats", 3));
        return events;
    }

    /** Debug mode says what would have been a change. */
    private static SceneChange suppressed() {
        SceneChange change = sceneChange();
        return new SceneChange(
                change.header(),
                change.common(),
                "cut",
                change.boundary(),
                500,
                0.5,
                change.scores(),
                change.previousScene(),
                "flash",
                "http://h/t.jpg");
    }

    /** What a live stream says. */
    private static StreamStatus live(
            String state,
            Long samples,
            Long decodeErrors,
            Double shedSeconds,
            Long clockDriftMs,
            Integer attempt,
            Long nextAttemptMs) {
        return new StreamStatus(
                FACTORY.header(EventId.ofStatus(STREAM, state, 9), STREAM, TIME),
                FACTORY.common(STREAM, TIME),
                state,
                null,
                samples,
                decodeErrors,
                shedSeconds,
                clockDriftMs,
                attempt,
                nextAttemptMs,
                null);
    }
}
