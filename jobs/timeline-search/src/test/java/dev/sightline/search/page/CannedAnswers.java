// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** What the service answers, in the words of its HTTP contract. */
final class CannedAnswers {

    /** A name and a text as somebody evil would choose them. */
    static final String HOSTILE =
            "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script>";

    /** The demo reel, which the browser plays as it is. */
    static final String REEL = "demo/reel.mp4";

    /** A stream whose video the service has to convert. */
    static final String CONVERTED = "archive/old tape.avi";

    /** A file whose own clock begins 400 ms before media time 0. */
    static final String LATE = "yard/north/cam-12";

    /** A camera, which has no video. */
    static final String CAMERA = "gate-3";

    private static final Instant BEGAN = Instant.parse("2026-11-24T10:00:00Z");
    private static final long[] CUTS = {0, 5000, 10000, 15500, 20500, 26500, 31000, 35000, 39500};
    private static final int INTERVAL_MS = 100;

    private CannedAnswers() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode time(long ms, boolean wall) {
        return object().put("mediaMs", ms)
                .put("pts", ms * 90)
                .put("timeBase", "1/90000")
                .put("wall", wall ? BEGAN.plusMillis(ms).toString() : null)
                .put("wallErrorMs", wall ? 40 : null);
    }

    static ObjectNode me(String role, String login) {
        return object().put("role", role).put("name", "Robin").put("login", login);
    }

    static ObjectNode search(String text, int page, boolean fold, boolean anyway) {
        ObjectNode answer = object();
        answer.putObject("model")
                .put("name", "sightline-mini")
                .put("digest", "sha256:12")
                .put("dim", 256);
        boolean weak = text.equals("a unicorn");
        boolean empty = text.equals("nothing at all");
        boolean none = empty || weak && !anyway;
        answer.put("standsOut", !none && !weak);
        answer.put(
                "message",
                weak
                        ? "The best score is 0.21; the background reaches 0.24."
                        : empty ? "There are no samples." : null);
        answer.put("total", none ? 0 : 30).put("page", page).put("pages", none ? 0 : 2);
        answer.put("capped", text.equals("anything"));
        answer.put("searched", empty ? 0 : 1_204_330).put("tookMs", 41);
        ArrayNode moments = answer.putArray("moments");
        for (int number = 0; !none && number < (page == 1 ? 24 : 6); number++) {
            moments.add(moment(text, page, number).put("similar", fold ? number % 3 : 0));
        }
        return answer;
    }

    private static ObjectNode moment(String text, int page, int number) {
        String[] streams = {REEL, CAMERA, CONVERTED, text.equals("hostile") ? HOSTILE : LATE};
        String stream = streams[number % streams.length];
        boolean live = number % 4 == 1;
        long peak = number < 4 ? CUTS[number] + 1200 : 61_250L * number + 37;
        ObjectNode moment = object().put("id", "s" + page + "-" + number).put("stream", stream);
        moment.put("epoch", 0).put("live", live);
        moment.set("start", time(peak - 1200, live));
        moment.set("peak", time(peak, live));
        moment.set("end", time(peak + 2800, live));
        moment.put("score", 0.97 - number * 0.03).put("cosine", 0.31 - number * 0.004);
        moment.putObject("scene")
                .put("id", "c" + number)
                .put("startMs", peak - 1200)
                .put("endMs", peak + 3000);
        moment.put("picture", "api/v1/picture?id=s" + page + "-" + number);
        return moment.put("playable", !live);
    }

    static ObjectNode streams(String name) {
        ObjectNode answer = object();
        ArrayNode streams = answer.putArray("streams");
        for (String id : List.of(REEL, CAMERA, CONVERTED, LATE)) {
            if (!id.contains(name)) {
                continue;
            }
            boolean live = id.equals(CAMERA);
            ObjectNode stream = streams.addObject().put("id", id);
            stream.put(
                    "uri",
                    live ? "rtsp://10.0.0.7/stream1" : "file:///videos/" + id.replace(" ", "%20"));
            stream.put("kind", live ? "rtsp" : "file").put("live", live);
            stream.put("state", live ? "online" : "ended").putArray("epochs").add(0);
            stream.put("samples", 39_500)
                    .put("changes", 7)
                    .put("matches", 2)
                    .put("durationMs", 39_500);
            stream.put("first", live ? BEGAN.toString() : null)
                    .put("last", live ? BEGAN.plusSeconds(40).toString() : null);
            stream.put("playable", !live);
        }
        return answer.put("total", streams.size()).put("page", 1).put("pages", 1);
    }

    /** A timeline, which is a second longer with each event. */
    static ObjectNode timeline(String stream, int events) {
        boolean live = stream.equals(CAMERA);
        ObjectNode answer = object().put("stream", stream).put("epoch", 0).put("live", live);
        answer.put("playable", !live);
        String asked = stream.replace(" ", "%20").replace("/", "%2F");
        answer.put("video", live ? null : "api/v1/video?stream=" + asked + "&epoch=0");
        answer.put("videoConverted", stream.equals(CONVERTED))
                .put("videoStartMs", stream.equals(LATE) ? -400 : 0);
        answer.put("durationMs", 39_500 + 1000 * events);
        answer.put("firstWall", live ? BEGAN.toString() : null);
        ArrayNode scenes = answer.putArray("scenes");
        for (int number = 0; number + 1 < CUTS.length; number++) {
            scenes.add(scene(number));
        }
        ArrayNode matches = answer.putArray("matches");
        matches.add(match("m1", stream, 400, 4900, false));
        matches.add(match("m2", stream, 35_000, 39_400, true));
        answer.putArray("gaps")
                .addObject()
                .put("fromMs", 27_000)
                .put("toMs", 28_500)
                .put("missingMs", 1500)
                .put("reason", "the camera did not answer");
        answer.putArray("statuses")
                .addObject()
                .put("ms", 0)
                .put("state", "online")
                .putNull("shedSeconds");
        return answer;
    }

    /** Samples every second from 20 s to 30 s. */
    static ObjectNode samples() {
        ObjectNode answer = object();
        ArrayNode samples = answer.putArray("samples");
        for (int second = 20; second <= 30; second++) {
            samples.addObject()
                    .put("ms", 1000 * second)
                    .put("picture", "api/v1/picture?id=k" + second);
        }
        return answer;
    }

    private static ObjectNode scene(int number) {
        return object().put("id", "c" + number)
                .put("startMs", CUTS[number])
                .put("endMs", CUTS[number + 1])
                .put("kind", number == 0 ? null : number == 3 ? "gradual" : "cut")
                .put("confidence", 0.9)
                .put("uncertaintyMs", number == 3 ? 480 : 0)
                .put("picture", "api/v1/picture?id=c" + number);
    }

    static ObjectNode match(String id, String stream, long start, long end, boolean open) {
        ObjectNode match =
                object().put("id", id).put("stream", stream).put("epoch", 0).put("query", "cats");
        match.put("text", "a cat").putNull("label").put("score", 0.94).put("open", open);
        match.set("start", time(start, false));
        match.set("peak", time((start + end) / 2, false));
        match.set("end", time(end, false));
        return match.put("picture", "api/v1/picture?id=" + id);
    }

    /** Two hills, 0.9 high at 1 s to 4 s and 0.6 high at 36 s to 39 s, above a ground of 0.1. */
    static ObjectNode curve() {
        ObjectNode answer = object();
        answer.putObject("model").put("name", "sightline-mini");
        answer.put("intervalMs", INTERVAL_MS).put("coveredHours", 39.5 / 3600);
        answer.put("thinned", false).put("bucketMs", 0);
        ArrayNode points = answer.putArray("points");
        for (int ms = 0; ms < 39_500; ms += INTERVAL_MS) {
            double hill = ms >= 1000 && ms < 4000 ? 0.9 : ms >= 36_000 && ms < 39_000 ? 0.6 : 0.1;
            double score = hill - 0.03 * Math.abs(Math.sin(ms / 700.0));
            points.addArray().add(ms).add(score).add(0.1 + score * 0.2);
        }
        ArrayNode levels = answer.putArray("levels");
        levels.addObject().put("falseAlarmsPerDay", 0.1).put("score", 0.84).put("cosine", 0.268);
        levels.addObject().put("falseAlarmsPerDay", 1).put("score", 0.5).put("cosine", 0.2);
        levels.addObject().put("falseAlarmsPerDay", 10).put("score", 0.3).put("cosine", 0.16);
        return answer;
    }

    static String chapters() {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (int number = 0; number + 1 < CUTS.length; number++) {
            text.append(cue(CUTS[number], CUTS[number + 1], "Scene " + (number + 1)));
        }
        return text.toString();
    }

    static String cues() {
        return "WEBVTT\n" + cue(400, 4900, "a cat") + cue(35_000, 39_400, "a cat");
    }

    private static String cue(long start, long end, String text) {
        return "\n%s --> %s\n%s\n".formatted(stamp(start), stamp(end), text);
    }

    private static String stamp(long ms) {
        return "00:%02d:%02d.%03d".formatted(ms / 60_000, ms / 1000 % 60, ms % 1000);
    }
}
