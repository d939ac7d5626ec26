// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class EventTextTest {

    private static String text(String topic, String json) throws JsonProcessingException {
        return EventText.of(
                new EventRecord(topic, "id", "type", new ObjectMapper().readTree(json)));
    }

    @Test
    void saysWhereASceneChanges() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.scene-changes.v1",
                                """
                                {"streamId":"a.mp4","time":{"mediaMs":3723400},"kind":"cut",
                                 "confidence":0.934,"uncertaintyMs":500}"""))
                .contains("1:02:03.4")
                .contains("a.mp4")
                .contains("cut")
                .contains("0.93")
                .contains("±0.5 s");
    }

    @Test
    void saysWhatMatchesFromWhenToWhen() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.query-matches.v1",
                                """
                                {"streamId":"a.mp4","time":{"mediaMs":9000},"phase":"close",
                                 "query":{"text":"a cat"},"start":{"mediaMs":5000},
                                 "end":{"mediaMs":9000},"score":0.97,"closeReason":"ended"}"""))
                .contains("match close")
                .contains("\"a cat\" 0:05.0 to 0:09.0, score 0.97 (ended)");
    }

    @Test
    void saysWhichLabelMatches() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.query-matches.v1",
                                """
                                {"streamId":"a.mp4","phase":"open","label":"night","score":0.9,
                                 "query":{"text":"one of: day, night"},"start":{"mediaMs":5000},
                                 "end":{"mediaMs":9000}}"""))
                .contains("match open   \"night\" 0:05.0 to 0:09.0, score 0.90");
    }

    @Test
    void saysWhyAFileFailedEvenBeforeItHadATime() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.errors.v1",
                                "{\"streamId\":\"x.mp4\",\"category\":\"open\",\"message\":\"no\"}"))
                .contains("x.mp4")
                .contains("ERROR (open) no");
    }

    @Test
    void saysWhoseModelStoppedServing() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.errors.v1",
                                "{\"worker\":\"w1\",\"category\":\"model\",\"message\":\"no\"}"))
                .contains("ERROR (model of worker w1) no");
    }

    @Test
    void saysWhatIsWrongWithVectors() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.stream-status.v1",
                                """
                                {"streamId":"gate","time":{"mediaMs":9000},"state":"degraded",
                                 "embeddings":{"problem":"drift","reason":"far off"}}"""))
                .contains("degraded, embeddings (drift): far off");
    }

    @Test
    void saysWhatIsMissing() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.stream-status.v1",
                                """
                                {"streamId":"x","time":{"mediaMs":0},"state":"ended","samples":3,
                                 "decodeErrors":2,"gap":{"missingMs":8000,"reason":"cut off"}}"""))
                .contains("ended, 3 samples, 2 decode errors, 0:08.0 missing: cut off");
    }

    @Test
    void saysWhenALiveStreamIsTriedAgain() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.stream-status.v1",
                                """
                                {"streamId":"x","time":{"mediaMs":0},"state":"reconnecting",
                                 "attempt":3,"nextAttemptMs":4250}"""))
                .contains("reconnecting, attempt 3, the next in 4.3 s");
    }

    @Test
    void saysWhatWasLeftOutAndHowAClockRuns() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.stream-status.v1",
                                """
                                {"streamId":"x","time":{"mediaMs":0},"state":"heartbeat",
                                 "samples":60,"decodeErrors":0,"shedSeconds":12,
                                 "clockDriftMs":-40}"""))
                .contains("heartbeat, 60 samples, 12.0 s left out, clock -40 ms behind");
    }

    @Test
    void saysWhatBecameOfAQuery() throws JsonProcessingException {
        assertThat(
                        text(
                                "video.query-status.v1",
                                "{\"queryId\":\"q\",\"state\":\"refused\",\"reason\":\"why\"}"))
                .contains("query q: refused: why");
    }
}
