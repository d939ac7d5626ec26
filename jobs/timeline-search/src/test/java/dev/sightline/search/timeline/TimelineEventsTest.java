// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import static dev.sightline.search.timeline.PublishedEvents.at;
import static dev.sightline.search.timeline.PublishedEvents.camera;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredSample;
import dev.sightline.event.Event;
import dev.sightline.event.EventJson;
import dev.sightline.event.MalformedEvent;
import dev.sightline.event.Topic;
import dev.sightline.match.MatchPhase;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimelineEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StreamRef GATE = camera("gate", 4);

    private static ObjectNode value(Event event) throws IOException {
        return (ObjectNode) JSON.readTree(EventJson.toJson(event));
    }

    private static TimelineEvent read(Event event) throws Exception {
        return TimelineEvents.read(event.topic(), "id", value(event)).orElseThrow();
    }

    @Test
    void readsASampleWithItsVector() throws Exception {
        StoredSample sample = ((IndexedSample) read(PublishedEvents.embedding(GATE, 7))).sample();

        assertThat(sample.stream()).isEqualTo(GATE);
        assertThat(sample.k()).isEqualTo(7);
        assertThat(sample.time()).isEqualTo(at(7_000));
        assertThat(sample.digest()).isEqualTo(PublishedEvents.DIGEST);
        assertThat(sample.vector()).isEqualTo(PublishedEvents.vector(31 * 7 + "gate".hashCode()));
        assertThat(sample.picture()).isEqualTo("file:/pictures/7.jpg");
    }

    @Test
    void readsAChange() throws Exception {
        assertThat(read(PublishedEvents.cut(GATE, 9_000)))
                .isEqualTo(
                        new SceneEvent(
                                "id",
                                GATE,
                                StoredChange.Kind.CUT,
                                at(9_000),
                                at(9_000),
                                20,
                                0.9,
                                7_500,
                                null));
    }

    @Test
    void aSuppressedChangeIsNone() throws Exception {
        ObjectNode value = value(PublishedEvents.cut(GATE, 9_000)).put("suppressed", "flash");

        assertThat(TimelineEvents.read(Topic.SCENE_CHANGES, "id", value)).isEmpty();
    }

    @Test
    void aMatchIsNamedByWhatItsPhasesShare() throws Exception {
        MatchEvent open = (MatchEvent) read(PublishedEvents.match(GATE, "open", 1_000, 2_000));
        MatchEvent close = (MatchEvent) read(PublishedEvents.match(GATE, "close", 1_000, 6_000));

        assertThat(close.id()).isEqualTo(open.id()).isNotEqualTo("id");
        assertThat(close.phase()).isEqualTo(MatchPhase.Phase.CLOSE);
        assertThat(close.closeReason()).isEqualTo("stream-lost");
        assertThat(close.open()).isFalse();
        assertThat(open.open()).isTrue();
        assertThat(open.cosine()).isEqualTo(0.31);
        assertThat(open.score()).isEqualTo(0.85);
        assertThat(open.threshold()).isEqualTo(0.25);
        assertThat(open.falseAlarmsPerDay()).isEqualTo(1.0);
        assertThat(open.peak()).isEqualTo(at(1_500));
        assertThat(open.text()).isEqualTo("a cat");
    }

    @Test
    void readsAStatusWithItsGap() throws Exception {
        assertThat(read(PublishedEvents.gap(GATE, 1_000, 5_000)))
                .isEqualTo(
                        new StatusEvent(
                                "id",
                                GATE,
                                at(5_000),
                                "degraded",
                                new StatusEvent.Missing(at(1_000), at(5_000), 4_000, "lost"),
                                2.5));
    }

    @Test
    void otherTopicsAreNotIndexed() throws Exception {
        assertThat(TimelineEvents.read(Topic.ERRORS, "id", JSON.createObjectNode())).isEmpty();
    }

    @Test
    void saysWhichFieldIsWrong() throws Exception {
        ObjectNode change = value(PublishedEvents.cut(GATE, 9_000)).put("confidence", "high");
        ObjectNode sample = value(PublishedEvents.embedding(GATE, 7));
        sample.withObject("/model").put("dim", 0);
        sample.put("vector", "");
        ObjectNode longName = value(PublishedEvents.embedding(camera("x".repeat(5_000), 1), 7));

        ObjectNode farAway = value(PublishedEvents.embedding(GATE, 7));
        farAway.withObject("/time").put("wall", "+300000000-01-01T00:00:00Z");

        assertWrong(
                Topic.EMBEDDINGS,
                farAway,
                "'time.wall' has to be a time, such as 2026-11-23T10:15:30.250Z");
        assertWrong(Topic.SCENE_CHANGES, change, "'confidence' has to be a number");
        assertWrong(Topic.EMBEDDINGS, sample, "'model.dim' has to be 1 to 4096, not 0");
        assertWrong(Topic.EMBEDDINGS, longName, "'streamId' is longer than 4096 characters");
    }

    private static void assertWrong(Topic topic, ObjectNode value, String message) {
        assertThatThrownBy(() -> TimelineEvents.read(topic, "id", value))
                .isInstanceOf(MalformedEvent.class)
                .hasMessage(message);
    }
}
