// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.backtest.StoredChange;
import dev.sightline.search.media.PlayableVideo;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What is known of an epoch of a stream. */
final class TimelineJson {

    private TimelineJson() {}

    /**
     * All of it.
     *
     * @param video what a browser can be shown of it, or null
     */
    static ObjectNode of(Timeline timeline, PlayableVideo video) {
        StreamRef stream = timeline.stream();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("stream", stream.streamId()).put("epoch", stream.epoch());
        json.put("live", stream.isLive()).put("playable", video != null);
        String address = Address.video(stream.streamId(), stream.epoch());
        json.put("video", video == null ? null : address);
        boolean converted = video != null && video.direct().isEmpty();
        json.put("videoConverted", converted);
        json.put("videoStartMs", video == null || converted ? 0 : video.startMs());
        json.put("durationMs", timeline.endMs());
        json.put("firstWall", TimeJson.wall(firstWall(timeline)));
        ArrayNode scenes = json.putArray("scenes");
        timeline.scenes().forEach(scene -> scenes.add(scene(scene)));
        ArrayNode matches = json.putArray("matches");
        timeline.matches().forEach(match -> matches.add(match(match)));
        ArrayNode gaps = json.putArray("gaps");
        ArrayNode statuses = json.putArray("statuses");
        for (StatusEvent status : timeline.statuses()) {
            statuses.add(status(status));
            if (status.gap() != null) {
                gaps.add(gap(status.gap()));
            }
        }
        return json;
    }

    /** Wall time of the zero of media time, after the earliest event that has one. */
    private static Instant firstWall(Timeline timeline) {
        Stream<MediaTime> times =
                Stream.of(
                                timeline.changes().stream().map(SceneEvent::start),
                                timeline.matches().stream().map(MatchEvent::start),
                                timeline.statuses().stream().map(StatusEvent::time))
                        .flatMap(all -> all);
        return times.filter(Objects::nonNull)
                .filter(time -> time.wall() != null)
                .min((a, b) -> Long.compare(a.mediaMs(), b.mediaMs()))
                .map(time -> time.wall().minusMillis(time.mediaMs()))
                .orElse(null);
    }

    private static ObjectNode scene(Scene scene) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", scene.id())
                .put("startMs", scene.startMs())
                .put("endMs", scene.endMs())
                .put("kind", kind(scene.began()))
                .put("confidence", scene.confidence())
                .put("uncertaintyMs", scene.uncertaintyMs())
                .put("picture", Address.picture(scene.picture()));
    }

    /** A match, as timelines and the live feed have it. */
    static ObjectNode match(MatchEvent match) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", match.id()).put("query", match.queryId()).put("text", match.text());
        json.put("label", match.label());
        json.set("start", TimeJson.of(match.start()));
        json.set("peak", TimeJson.of(match.peak()));
        json.set("end", TimeJson.of(match.end()));
        json.put("score", match.score()).put("open", match.open());
        return json.put("picture", Address.picture(match.picture() == null ? null : match.id()));
    }

    /** A status, as timelines and the live feed have it. */
    static ObjectNode status(StatusEvent status) {
        Long ms = status.time() == null ? null : Long.valueOf(status.time().mediaMs());
        return JsonNodeFactory.instance
                .objectNode()
                .put("ms", ms)
                .put("state", status.state())
                .put("shedSeconds", status.shedSeconds());
    }

    private static ObjectNode gap(StatusEvent.Missing gap) {
        Long to = gap.to() == null ? null : Long.valueOf(gap.to().mediaMs());
        return JsonNodeFactory.instance
                .objectNode()
                .put("fromMs", gap.from().mediaMs())
                .put("toMs", to)
                .put("missingMs", gap.missingMs())
                .put("reason", gap.reason());
    }

    /** In the events' word; null for what began without a change. */
    static String kind(StoredChange.Kind kind) {
        return kind == null ? null : kind.name().toLowerCase(Locale.ROOT);
    }
}
