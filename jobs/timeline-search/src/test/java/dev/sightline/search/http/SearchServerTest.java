// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.moment.Moment;
import dev.sightline.search.moment.SearchAnswer;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the routes answer beside searches, as the contract has it. */
class SearchServerTest extends ServedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2};

    @Test
    void listsStreams() throws Exception {
        JsonNode answer = ok(server.get("/api/v1/streams?name=GATE"));
        assertThat(answer)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"streams":[{"id":"gate/3","uri":"rtsp://10.0.0.7/stream1",
                                "kind":"rtsp","live":true,"state":"online","epochs":[1,2],
                                "samples":120,"changes":1,"matches":1,"durationMs":120000,
                                "first":"2026-11-24T10:00:00.000Z",
                                "last":"2026-11-24T10:02:00.000Z","models":["sha256:12"],
                                "playable":false}],"total":1,"page":1,"pages":1}
                                """));
        assertThat(ok(server.get("/api/v1/streams?name=other")).path("total").asInt()).isZero();
        assertThat(ok(server.get("/api/v1/streams?page=9")).path("streams")).isEmpty();
    }

    @Test
    void givesTheTimelineOfTheLatestEpoch() throws Exception {
        JsonNode answer = ok(server.get("/api/v1/timeline?stream=gate%2F3"));
        assertThat(answer)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"stream":"gate/3","epoch":2,"live":true,"playable":false,
                                "video":null,"videoConverted":false,"videoStartMs":0,
                                "durationMs":120000,"firstWall":"2026-11-24T10:00:00.000Z",
                                "scenes":[{"id":"c1","startMs":0,"endMs":60000,"kind":"cut",
                                "confidence":0.9,"uncertaintyMs":20,
                                "picture":"api/v1/picture?id=c1"},
                                {"id":"c1","startMs":60000,"endMs":120000,"kind":"cut",
                                "confidence":0.9,"uncertaintyMs":20,
                                "picture":"api/v1/picture?id=c1"}],
                                "matches":[{"id":"m1","query":"cats","text":"a cat","label":null,
                                "start":{"mediaMs":61000,"pts":5490000,"timeBase":"1/90000",
                                "wall":"2026-11-24T10:01:01.000Z","wallErrorMs":40},
                                "peak":{"mediaMs":62000,"pts":5580000,"timeBase":"1/90000",
                                "wall":"2026-11-24T10:01:02.000Z","wallErrorMs":40},
                                "end":{"mediaMs":63000,"pts":5670000,"timeBase":"1/90000",
                                "wall":"2026-11-24T10:01:03.000Z","wallErrorMs":40},
                                "score":0.9,"open":true,"picture":"api/v1/picture?id=m1"}],
                                "gaps":[{"fromMs":70000,"toMs":90000,"missingMs":20000,
                                "reason":"the camera was away"}],
                                "statuses":[{"ms":90000,"state":"reconnecting",
                                "shedSeconds":1.5}]}
                                """));
    }

    @Test
    void showsPicturesByTheIdOfTheirEvent() throws Exception {
        Path picture = Files.write(files.resolve("m1.jpg"), JPEG);
        server.index.pictures.put("m1", picture.toUri().toString());
        HttpResponse<String> response = server.get("/api/v1/picture?id=m1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(server.get("/api/v1/picture?id=m2").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsListsTriesAndRemovesStandingQueries() throws Exception {
        String query = "{\"text\":\"a cat\"}";
        ok(server.json("PUT", "/api/v1/queries?id=cats", query));
        JsonNode listed = ok(server.get("/api/v1/queries")).path("queries").path(0);
        assertThat(listed.path("id").asText()).isEqualTo("cats");
        assertThat(listed.path("definition")).isEqualTo(JSON.readTree(query));
        assertThat(listed.path("state").asText()).isEqualTo("accepted");
        JsonNode tried =
                ok(
                        server.json(
                                "POST",
                                "/api/v1/queries/backtest",
                                "{\"query\":{\"text\":\"a cat\"},\"streams\":[],\"from\":null,"
                                        + "\"to\":\"90s\",\"budgets\":[0.1,1]}"));
        assertThat(tried.at("/asked/alarmBudgetPerDay").asDouble()).isEqualTo(1);
        assertThat(server.json("DELETE", "/api/v1/queries?id=cats", "").statusCode())
                .isEqualTo(204);
        assertThat(ok(server.get("/api/v1/queries")).path("queries")).isEmpty();
    }

    @Test
    void listsStandingQueriesWithoutTheirPicturesAndGivesOneWhole() throws Exception {
        String query = "{\"and\":[{\"image\":\"data:image/jpeg;base64,/9j/\"},{\"text\":\"x\"}]}";
        server.queries.put("parts", JSON.readTree(query));
        JsonNode listed = ok(server.get("/api/v1/queries")).at("/queries/0");
        assertThat(listed.path("definition")).hasToString("{\"and\":[{},{\"text\":\"x\"}]}");
        assertThat(listed.path("pictureLeftOut").asBoolean()).isTrue();
        JsonNode whole = ok(server.get("/api/v1/queries?id=parts"));
        assertThat(whole.path("definition")).hasToString(query);
        assertThat(server.get("/api/v1/queries?id=no").statusCode()).isEqualTo(404);
        server.queries.clear();
    }

    @Test
    void writesExportsAndTracks() throws Exception {
        HttpResponse<String> export = server.get("/api/v1/export?format=csv&stream=gate/3&text=x");
        assertThat(export.statusCode()).as(export.body()).isEqualTo(200);
        assertThat(export.body()).contains("gate/3", "m1", "e 1/2");
        assertThat(export.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(export.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"sightline.csv\"");
        assertThat(server.get("/api/v1/export?format=csv&text=x").body()).isEqualTo(export.body());
        assertThat(export.body()).contains("1 of 41 moments", "api/v1/export the parameter page=2");
        assertThat(lastAsked().fold()).isTrue();
        ok(server.get("/api/v1/export?format=json&text=x&fold=false"));
        assertThat(lastAsked().fold()).isFalse();
        HttpResponse<String> track =
                server.get("/api/v1/tracks/cues.vtt?stream=gate/3&epoch=2&from=60000");
        assertThat(track.headers().firstValue("Content-Type").orElse("")).startsWith("text/vtt");
        assertThat(track.body()).startsWith("WEBVTT").contains("00:01.000 --> 00:0", "a cat");
    }

    @Test
    void anExportOfAnEpochSearchesInThatAlone() throws Exception {
        ok(server.get("/api/v1/export?format=json&stream=gate/3&epoch=2&text=x"));
        assertThat(lastAsked().filter()).isEqualTo(SampleFilter.of("gate/3", 2));
        ok(server.get("/api/v1/export?format=json&stream=gate/3&text=x"));
        assertThat(lastAsked().filter()).isEqualTo(SampleFilter.of("gate/3"));
    }

    @Test
    void anExportThatCannotBeSaysSoInTheFormOfProblems() throws Exception {
        HttpResponse<String> none = server.get("/api/v1/export?format=edl");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(none.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(none.body()).contains("say which stream");
    }

    @Test
    void exportsAllEpochsInWhichSomethingIsFound() throws Exception {
        StreamRef earlier = new StreamRef("gate/3", 1, "rtsp://10.0.0.7", SourceKind.RTSP, "");
        server.index.add(Made.summary(earlier), Made.timeline(earlier));
        server.index.add(Made.summary(Made.CAMERA), Made.timeline());
        SearchAnswer found = Made.answer();
        Moment moment = found.moments().get(0);
        Moment old =
                new Moment(
                        "old",
                        earlier,
                        moment.start(),
                        moment.peak(),
                        moment.end(),
                        0.9,
                        0.3,
                        null,
                        0,
                        null);
        server.searcher =
                request ->
                        new SearchAnswer(Made.DIGEST, List.of(old, moment), 2, 9, true, true, null);
        assertThat(server.get("/api/v1/export?format=csv&stream=gate/3&text=x").body())
                .contains("gate/3,1,moment,old", "gate/3,2,moment,e 1/2", "There may be more");
        assertThat(server.get("/api/v1/export?format=cues.vtt&stream=gate/3&text=x").body())
                .contains("NOTE 1 more moments are in other epochs");
        server.searcher = request -> Made.answer();
    }

    @Test
    void saysWhyThereIsNothingToExport() throws Exception {
        server.searcher =
                request -> new SearchAnswer(Made.DIGEST, List.of(), 0, 9, false, false, "dull");
        HttpResponse<String> none = server.get("/api/v1/export?format=csv&text=x");
        server.searcher = request -> Made.answer();
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("dull; name a stream");
    }

    @Test
    void tellsHowItIs() throws Exception {
        assertThat(ok(server.get("/api/v1/health")).path("status").asText()).isEqualTo("ready");
        server.troubles.add(new Health.Trouble("kafka", "broker:9092 does not answer"));
        HttpResponse<String> sick = server.get("/api/v1/health");
        server.troubles.clear();
        assertThat(sick.statusCode()).isEqualTo(503);
        assertThat(sick.body()).contains("kafka", "broker:9092 does not answer");
        server.get("/api/v1/nowhere");
        server.json("BREW", "/api/v1/nowhere", "");
        assertThat(server.get("/api/v1/metrics").body())
                .contains("method=\"other\"")
                .doesNotContain("BREW")
                .contains("sightline_search_requests_seconds_count")
                .contains("route=\"/api/v1/health\"", "status=\"503\"")
                .contains("route=\"none\"", "status=\"404\"")
                .contains("sightline_search_searches_total");
        assertThat(ok(server.get("/api/v1/me")))
                .isEqualTo(JSON.readTree("{\"role\":\"editor\",\"name\":\"\",\"login\":\"off\"}"));
    }

    @Test
    void deletesStreams() throws Exception {
        server.index.add(Made.summary(Made.other("old")), Made.timeline(Made.other("old")));
        assertThat(server.json("DELETE", "/api/v1/streams?stream=old", "").statusCode())
                .isEqualTo(204);
        assertThat(server.index.stream("old")).isEmpty();
        assertThat(server.json("DELETE", "/api/v1/streams?stream=old", "").statusCode())
                .isEqualTo(404);
    }
}
