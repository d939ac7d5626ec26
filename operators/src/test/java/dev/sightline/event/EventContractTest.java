// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import dev.sightline.video.Gap;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.StreamFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Event> all() {
        return SampleEvents.all();
    }

    private static JsonSchema schema(Topic topic) throws IOException {
        return Schemas.of(topic);
    }

    private static JsonNode value(Event event) throws IOException {
        return JSON.readTree(EventJson.toJson(event));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyEventFitsItsSchema(Event event) throws IOException {
        assertThat(schema(event.topic()).validate(value(event)))
                .as(value(event).toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noEventSpellsOutCredentials(Event event) throws IOException {
        assertThat(value(event).toString() + CloudEvents.headers(event))
                .doesNotContain("joe")
                .doesNotContain("pw@");
    }

    @Test
    void everyTopicOfEventsIsCoveredHere() {
        Set<Topic> covered = EnumSet.noneOf(Topic.class);
        all().forEach(event -> covered.add(event.topic()));
        assertThat(covered)
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Topic.QUERIES, Topic.STREAMS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"streamId", "time", "model", "producer", "kind", "boundary"})
    void aSchemaRefusesAnEventWithoutARequiredField(String field) throws IOException {
        ObjectNode broken = (ObjectNode) value(SampleEvents.sceneChange());
        broken.remove(field);
        assertThat(schema(Topic.SCENE_CHANGES).validate(broken)).isNotEmpty();
    }

    @Test
    void aSchemaRefusesAnUnknownPhaseAndACloseWithoutReason() throws IOException {
        ObjectNode match = (ObjectNode) value(SampleEvents.match("close", null, "ended"));
        assertThat(schema(Topic.QUERY_MATCHES).validate(match.deepCopy().put("phase", "shut")))
                .isNotEmpty();
        match.remove("closeReason");
        assertThat(schema(Topic.QUERY_MATCHES).validate(match)).isNotEmpty();
    }

    @Test
    void aSchemaAcceptsFieldsThatLaterVersionsAdd() throws IOException {
        ObjectNode later = (ObjectNode) value(SampleEvents.sceneChange());
        later.put("addedLater", 1);
        assertThat(schema(Topic.SCENE_CHANGES).validate(later)).isEmpty();
    }

    @Test
    void theValueIsTheDataAlone() throws IOException {
        JsonNode value = value(SampleEvents.sceneChange());
        assertThat(value.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "streamId",
                        "epoch",
                        "time",
                        "source",
                        "model",
                        "producer",
                        "kind",
                        "boundary",
                        "uncertaintyMs",
                        "confidence",
                        "scores",
                        "previousScene");
        assertThat(value.get("time").get("wall").asText()).isEqualTo("2026-11-23T10:15:30.250Z");
        assertThat(value.get("time").get("wallSource").asText()).isEqualTo("program-date-time");
        assertThat(value.get("time").get("timeBase").asText()).isEqualTo("1/90000");
    }

    @Test
    void theHeadersAreCloudEvents() {
        assertThat(CloudEvents.headers(SampleEvents.sceneChange()))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "4767f02b5da6eaffbb705cd1793dd5ef"),
                        entry("ce_source", "rtsp://10.0.0.7/s1"),
                        entry("ce_type", "dev.sightline.scene-change.v1"),
                        entry("ce_time", "2026-11-23T10:15:30.250Z"),
                        entry("ce_subject", "gate-3"),
                        entry(
                                "ce_dataschema",
                                "https://sightline.dev/schemas/video.scene-changes.v1.schema.json"),
                        entry("content-type", "application/json"));
    }

    @Test
    void aStreamWithoutWallTimeTellsWhenItWasEmitted() {
        Event event =
                SampleEvents.FACTORY.embedding(
                        SampleEvents.FILE, 5, SampleEvents.NO_WALL, new float[] {1, 0});
        assertThat(event.header().time()).isEqualTo(SampleEvents.NOW);
        assertThat(event.key()).isEqualTo("a/b.mp4");
    }

    @Test
    void anEventAboutAQueryIsKeyedByItAndLeavesTheStreamOut() throws IOException {
        Event event = SampleEvents.QUERIES.malformed("cats", 7, "password=x is no field");
        assertThat(event.key()).isEqualTo("cats");
        assertThat(value(event).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "queryId", "producer", "category", "message", "attempts", "quarantined");
        assertThat(value(event).get("message").asText()).isEqualTo("password=*** is no field");
    }

    @Test
    void anEmptySubjectIsNoHeader() {
        assertThat(CloudEvents.headers(SampleEvents.QUERIES.malformed("", 7, "no key")))
                .doesNotContainKey("ce_subject")
                .containsEntry("ce_source", "urn:sightline:queries");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15:30Z, 2026-11-23T10:15:30.000Z",
        "2026-11-23T10:15:30.999999999Z, 2026-11-23T10:15:30.999Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z"
    })
    void timesHaveExactlyMilliseconds(Instant time, String expected) {
        assertThat(EventJson.format(time)).isEqualTo(expected);
    }

    @Test
    void aVectorIsLittleEndianFloats() {
        EmbeddingEvent event =
                SampleEvents.FACTORY.embedding(
                        SampleEvents.FILE, 5, SampleEvents.NO_WALL, new float[] {0.6f, -0.8f});
        float[] vector = new float[2];
        ByteBuffer.wrap(Base64.getDecoder().decode(event.vector()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(vector);
        assertThat(vector).containsExactly(0.6f, -0.8f);
        assertThat(event.vector()).isEqualTo("mpkZP83MTL8=");
    }

    @Test
    void aSlowStreamsGapIsNoEvent() {
        Gap gap =
                new Gap(
                        SampleEvents.FILE,
                        3,
                        4,
                        SampleEvents.NO_WALL,
                        SampleEvents.NO_WALL,
                        false,
                        "no frames");
        assertThat(SampleEvents.STATUS.of(gap)).isNull();
    }

    @Test
    void aSampleWithoutAVectorIsAnErrorOfTheModelAtItsPlace() {
        SampleFailed failed =
                new SampleFailed(
                        SampleEvents.FILE, 3, SampleEvents.NO_WALL, "no numbers", 0, List.of());
        ErrorEvent error = SampleEvents.FACTORY.sampleError(failed);
        assertThat(error.category()).isEqualTo("model");
        assertThat(error.position()).isEqualTo(SampleEvents.NO_WALL.mediaMs());
        assertThat(error.quarantined()).isTrue();
        assertThat(SampleEvents.STATUS.of(failed)).isNull();
        SampleFailed next =
                new SampleFailed(
                        SampleEvents.FILE, 4, SampleEvents.NO_WALL, "no numbers", 0, List.of());
        assertThat(SampleEvents.FACTORY.sampleError(next).header().id())
                .isNotEqualTo(error.header().id());
    }

    @Test
    void anErrorsMessageIsRedacted() {
        StreamFailed failed =
                new StreamFailed(
                        SampleEvents.STREAM,
                        -1,
                        null,
                        StreamFailed.Category.OPEN,
                        "rtsp://joe:secret@10.0.0.7/s1?token=x refused",
                        0);
        assertThat(SampleEvents.FACTORY.streamError(failed).message())
                .isEqualTo("rtsp://***@10.0.0.7/s1?token=*** refused");
    }
}
