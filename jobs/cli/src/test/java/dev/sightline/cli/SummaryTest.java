// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.QueryRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private final Summary summary = new Summary(List.of());

    private void count(String topic, String json) throws JsonProcessingException {
        summary.count(new EventRecord(topic, "id", "type", new ObjectMapper().readTree(json)));
    }

    private String printed() {
        return printed(summary);
    }

    private static String printed(Summary summary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        summary.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileFailsOnceAndItsSamplesWithoutVectorsAreNoFiles() throws Exception {
        count("video.errors.v1", "{\"streamId\":\"a\",\"category\":\"open\",\"message\":\"no\"}");
        count("video.errors.v1", "{\"streamId\":\"b\",\"category\":\"model\",\"message\":\"no\"}");
        count("video.errors.v1", "{\"worker\":\"w\",\"category\":\"model\",\"message\":\"no\"}");
        count("video.errors.v1", "{\"queryId\":\"q\",\"category\":\"query\",\"message\":\"no\"}");
        count("video.stream-status.v1", "{\"state\":\"ended\",\"samples\":7}");
        assertThat(printed())
                .contains("2 = 1 complete + 1 failed")
                .containsPattern("samples without a vector +1\\b")
                .contains("a: no")
                .doesNotContain("b: no");
    }

    @Test
    void matchesOfLabelsAreCountedByTheLabel() throws Exception {
        QueryRequest light = QueryRequest.parse("q", "{\"labels\":[\"day\",\"night\"]}".getBytes());
        Summary labelled = new Summary(List.of(light));
        String match =
                """
                {"streamId":"a","phase":"close","query":{"text":"one of: day, night"},
                 "label":"day","start":{"mediaMs":0},"end":{"mediaMs":5000}}""";
        labelled.count(
                new EventRecord(
                        "video.query-matches.v1", "id", "t", new ObjectMapper().readTree(match)));
        assertThat(printed(labelled))
                .containsPattern("\"day\" +1: a 0:00.0 to 0:05.0")
                .containsPattern("\"night\" +no match")
                .doesNotContain("one of");
    }

    @Test
    void liveStreamsAreNoFiles() throws Exception {
        String door = "{\"streamId\":\"door\",\"source\":{\"kind\":\"rtsp\"},";
        count("video.errors.v1", door + "\"category\":\"open\",\"message\":\"no\"}");
        assertThat(summary.nothingRead()).isTrue();
        count("video.stream-status.v1", door + "\"state\":\"reconnecting\"}");
        assertThat(summary.nothingRead()).isTrue();
        count("video.stream-status.v1", door + "\"state\":\"online\"}");
        count(
                "video.stream-status.v1",
                door + "\"state\":\"degraded\",\"gap\":{\"missingMs\":42000}}");
        count("video.stream-status.v1", door + "\"state\":\"online\"}");
        count(
                "video.stream-status.v1",
                door + "\"state\":\"online\",\"embeddings\":{\"problem\":\"drift\"}}");
        assertThat(summary.nothingRead()).isFalse();
        assertThat(printed())
                .containsPattern("live stream door +online 2 times, 0:42.0 missing")
                .doesNotContain("files")
                .doesNotContain("failed");
    }

    @Test
    void saysNothingOfVectorsThatAreAllThere() {
        assertThat(printed()).doesNotContain("without a vector");
    }
}
