// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.backtest.StoredChange;
import dev.sightline.match.MatchPhase;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.moment.Moment;
import dev.sightline.search.moment.ScoreCurve;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Values for the tests. */
final class Made {

    static final String DIGEST = "sha256:12";
    static final Instant BEGAN = Instant.parse("2026-11-24T10:00:00Z");

    static final StreamRef CAMERA =
            new StreamRef("gate/3", 2, "rtsp://10.0.0.7/stream1", SourceKind.RTSP, "");

    private Made() {}

    static MediaTime time(long ms) {
        return new MediaTime(
                ms * 90,
                new TimeBase(1, 90_000),
                ms,
                BEGAN.plusMillis(ms),
                WallSource.HOST_CLOCK,
                40,
                BEGAN);
    }

    static MediaTime timeWithoutWall(long ms) {
        return new MediaTime(ms * 90, new TimeBase(1, 90_000), ms, null, WallSource.NONE, 0, BEGAN);
    }

    static Scene scene(long startMs, long endMs) {
        return new Scene("c1", 2, startMs, endMs, StoredChange.Kind.CUT, 0.9, 20, "c1");
    }

    static MatchEvent match() {
        return new MatchEvent(
                "m1",
                CAMERA,
                MatchPhase.Phase.UPDATE,
                "cats",
                1,
                "a cat",
                time(61_000),
                time(62_000),
                time(63_000),
                0.9,
                0.31,
                0.28,
                1.0,
                null,
                null,
                "file:/pictures/m1.jpg");
    }

    static SceneEvent change() {
        return new SceneEvent(
                "c1",
                CAMERA,
                StoredChange.Kind.CUT,
                time(60_000),
                time(60_000),
                20,
                0.9,
                0,
                "file:/pictures/c1.jpg");
    }

    static StatusEvent gap() {
        return new StatusEvent(
                "s1",
                CAMERA,
                time(90_000),
                "reconnecting",
                new StatusEvent.Missing(time(70_000), time(90_000), 20_000, "the camera was away"),
                1.5);
    }

    static StatusEvent heartbeat() {
        return new StatusEvent("h1", CAMERA, time(1000), "heartbeat", null, null);
    }

    static StreamRef other(String id) {
        return new StreamRef(id, 2, "rtsp://10.0.0.8/" + id, SourceKind.RTSP, "");
    }

    static Timeline timeline() {
        return timeline(CAMERA);
    }

    static Timeline timeline(StreamRef stream) {
        return new Timeline(
                stream,
                120_000,
                List.of(scene(0, 60_000), scene(60_000, 120_000)),
                List.of(change()),
                List.of(match()),
                List.of(gap()));
    }

    static StreamSummary summary(StreamRef stream) {
        return new StreamSummary(
                stream,
                "online",
                List.of(1L, stream.epoch()),
                120,
                1,
                1,
                120_000,
                BEGAN,
                BEGAN.plusSeconds(120),
                Set.of(DIGEST));
    }

    static SearchAnswer answer() {
        Moment moment =
                new Moment(
                        "e 1/2",
                        CAMERA,
                        time(61_000),
                        time(62_000),
                        timeWithoutWall(63_000),
                        0.97,
                        0.31,
                        scene(60_000, 120_000),
                        2,
                        "e 1/2");
        return new SearchAnswer(DIGEST, List.of(moment), 41, 120, false, true, null);
    }

    static ScoreCurve curve() {
        return new ScoreCurve(
                DIGEST,
                1000,
                0.5,
                0,
                List.of(new ScoreCurve.Point(0, 0.1, 0.05, "a", 0.1)),
                List.of(new ScoreCurve.Level(1, 0.8, 0.28)));
    }
}
