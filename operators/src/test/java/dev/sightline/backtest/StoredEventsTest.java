// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventFactory;
import dev.sightline.event.EventJson;
import dev.sightline.event.MalformedEvent;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.SceneChange;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the job publishes can be read back. */
class StoredEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventFactory EVENTS =
            new EventFactory(
                    new ModelBlock("mini", "sha256:one", 3),
                    new ProducerBlock("job", "1"),
                    Clock.systemUTC());
    private static final StreamRef GATE =
            new StreamRef("gate", 3, "rtsp://gate/1", SourceKind.RTSP, "");
    private static final MediaTime TIME =
            new MediaTime(
                    90_000,
                    new TimeBase(1, 90_000),
                    1000,
                    Instant.parse("2026-11-23T10:15:30.250Z"),
                    WallSource.PROGRAM_DATE_TIME,
                    40,
                    Instant.parse("2026-11-23T10:15:30.410Z"));

    private static ObjectNode embedding() throws Exception {
        float[] vector = {0.6f, 0, -0.8f};
        byte[] json =
                EventJson.toJson(EVENTS.embedding(GATE, 1, TIME, vector).withThumbnail("file:p"));
        return (ObjectNode) JSON.readTree(json);
    }

    @Test
    void aSampleIsReadAsItWasWritten() throws Exception {
        StoredSample sample = StoredEvents.sample(embedding());
        assertThat(sample.stream()).isEqualTo(GATE);
        assertThat(sample.digest()).isEqualTo("sha256:one");
        assertThat(sample.k()).isEqualTo(1);
        assertThat(sample.time()).isEqualTo(TIME);
        assertThat(sample.vector()).containsExactly(0.6f, 0, -0.8f);
        assertThat(sample.picture()).isEqualTo("file:p");
    }

    @Test
    void aFileHasItsFingerprintAndNeedsNoWallTimeAndNoPicture() throws Exception {
        StreamRef file = new StreamRef("f", 9, "file:///f", SourceKind.FILE, "12-ab");
        MediaTime time =
                new MediaTime(
                        5, new TimeBase(1, 25), 200, null, WallSource.NONE, 0, TIME.ingested());
        byte[] json = EventJson.toJson(EVENTS.embedding(file, 0, time, new float[3]));
        StoredSample sample = StoredEvents.sample(JSON.readTree(json));
        assertThat(sample.stream()).isEqualTo(file);
        assertThat(sample.time()).isEqualTo(time);
        assertThat(sample.picture()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "streamId|null|'streamId' has to be a text",
                "epoch|1.5|'epoch' has to be a whole number",
                "k|\"one\"|'k' has to be a whole number",
                "vector|\"AAAA\"|'vector' does not have the model's dimension 3",
                "vector|\"?\"|'vector' is not base64",
                "vector|\"AADAfwAAwH8AAMB/\"|'vector' holds what is no number",
                "source|{\"uri\":\"x\",\"kind\":\"tape\"}|'source.kind' 'tape' is not known",
                "model|{}|'model.digest' has to be a text",
                "time|{\"pts\":1,\"timeBase\":\"1\"}|'time.timeBase' has to be a fraction",
                "time|{\"wall\":\"noon\"}|'time.wall' has to be a time"
            })
    void whatIsWrongIsNamed(String field, String json, String message) throws Exception {
        ObjectNode event = embedding();
        event.set(field, JSON.readTree(json));
        assertThatThrownBy(() -> StoredEvents.sample(event))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSceneChangeIsReadAsItWasWritten() throws Exception {
        MediaTime end =
                new MediaTime(
                        180_000, TIME.timeBase(), 2000, null, WallSource.NONE, 0, TIME.ingested());
        SceneChange change =
                EVENTS.sceneChange(
                        GATE,
                        TIME,
                        end,
                        "gradual",
                        40,
                        0.9,
                        new SceneChange.Scores(0.5, 0.5),
                        new SceneChange.PreviousScene("id", 0, 1000));
        assertThat(StoredEvents.change(JSON.readTree(EventJson.toJson(change))))
                .isEqualTo(new StoredChange("gate", 3, StoredChange.Kind.GRADUAL, 1000, 2000));
    }

    @Test
    void wallTimesFallBackOnTheArrival() {
        TimeRange range =
                new TimeRange(new TimeRange.Wall(TIME.wall()), new TimeRange.Wall(TIME.ingested()));
        MediaTime timeless =
                new MediaTime(1, TIME.timeBase(), 0, null, WallSource.NONE, 0, TIME.ingested());
        assertThat(range.before(TIME)).isFalse();
        assertThat(range.behind(TIME)).isFalse();
        assertThat(range.behind(timeless)).isTrue();
        assertThat(TimeRange.ALL.before(TIME) || TimeRange.ALL.behind(TIME)).isFalse();
    }
}
