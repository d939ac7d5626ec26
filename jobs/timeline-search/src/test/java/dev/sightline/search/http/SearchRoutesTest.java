// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.query.SearchRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Searches and curves, as the contract has them. */
class SearchRoutesTest extends ServedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2};

    @Test
    void answersASearchAsTheContractHasIt() throws Exception {
        JsonNode answer = ok(server.get("/api/v1/search?text=a%20cat&page=2"));
        assertThat(answer.path("tookMs").isIntegralNumber()).isTrue();
        ((ObjectNode) answer).remove("tookMs");
        assertThat(answer)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"model":{"name":"mini","digest":"sha256:12","dim":256},
                                "standsOut":true,"message":null,"total":41,"page":2,"pages":3,
                                "searched":120,"capped":false,
                                "moments":[{"id":"e 1/2","stream":"gate/3",
                                "epoch":2,"live":true,
                                "start":{"mediaMs":61000,"pts":5490000,"timeBase":"1/90000",
                                "wall":"2026-11-24T10:01:01.000Z","wallErrorMs":40},
                                "peak":{"mediaMs":62000,"pts":5580000,"timeBase":"1/90000",
                                "wall":"2026-11-24T10:01:02.000Z","wallErrorMs":40},
                                "end":{"mediaMs":63000,"pts":5670000,"timeBase":"1/90000",
                                "wall":null,"wallErrorMs":null},
                                "score":0.97,"cosine":0.31,
                                "scene":{"id":"c1","startMs":60000,"endMs":120000},
                                "similar":2,"picture":"api/v1/picture?id=e+1%2F2",
                                "playable":false}]}
                                """));
    }

    @Test
    void readsAllParametersOfASearch() throws Exception {
        ok(
                server.get(
                        "/api/v1/search?text=a+caf%C3%A9&not=a&not=b&like=e1&stream=x%2Fy&stream=z"
                                + "&from=2026-11-24T10:00:00%2B01:00&to=90s&minScene=2s"
                                + "&maxScene=1min&per=video&fold=false&anyway=true&model=mini"
                                + "&weight.text=0.5&weight.like=2&page=3&pageSize=7"));
        SearchRequest asked = lastAsked();
        assertThat(asked.text()).isEqualTo("a café");
        assertThat(asked.not()).containsExactly("a", "b");
        assertThat(asked.like()).isEqualTo("e1");
        assertThat(asked.weights()).isEqualTo(Map.of("text", 0.5, "like", 2.0));
        assertThat(asked.filter().streams()).isEqualTo(Set.of("x/y", "z"));
        assertThat(asked.filter().from()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(asked.filter().toMs()).isEqualTo(90_000);
        assertThat(asked.minSceneMs()).isEqualTo(2000);
        assertThat(asked.maxSceneMs()).isEqualTo(60_000);
        assertThat(asked.perStream()).isTrue();
        assertThat(asked.fold()).isFalse();
        assertThat(asked.anyway()).isTrue();
        assertThat(asked.model()).isEqualTo("mini");
        assertThat(asked.page()).isEqualTo(3);
        assertThat(asked.pageSize()).isEqualTo(7);
    }

    @Test
    void takesAPictureBesideTheText() throws Exception {
        Map<String, byte[]> form = new LinkedHashMap<>();
        form.put("text", "at night".getBytes(StandardCharsets.UTF_8));
        form.put("image", JPEG);
        ok(server.form("/api/v1/search", form));
        assertThat(lastAsked().text()).isEqualTo("at night");
        assertThat(lastAsked().image()).isEqualTo(JPEG);
        ok(server.form("/api/v1/search", Map.of("image", JPEG)));
        assertThat(lastAsked().text()).isNull();
    }

    @Test
    void exportsWhatIsFoundByAPicture() throws Exception {
        Map<String, byte[]> form = new LinkedHashMap<>();
        form.put("format", "csv".getBytes(StandardCharsets.UTF_8));
        form.put("image", JPEG);
        HttpResponse<String> file = server.form("/api/v1/export", form);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).contains("e 1/2");
        assertThat(lastAsked().image()).isEqualTo(JPEG);
    }

    @Test
    void givesTheCurveOfAStream() throws Exception {
        JsonNode curve = ok(server.get("/api/v1/curve?stream=gate/3&text=a%20cat"));
        assertThat(curve)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"model":{"name":"mini","digest":"sha256:12","dim":256},
                                "intervalMs":1000,"coveredHours":0.5,
                                "thinned":false,"bucketMs":0,"points":[[0,0.1,0.05]],
                                "levels":[{"falseAlarmsPerDay":1.0,"score":0.8,"cosine":0.28}]}
                                """));
        Map<String, byte[]> form = new LinkedHashMap<>();
        form.put("stream", "gate/3".getBytes(StandardCharsets.UTF_8));
        form.put("image", JPEG);
        assertThat(ok(server.form("/api/v1/curve", form))).isEqualTo(curve);
    }
}
