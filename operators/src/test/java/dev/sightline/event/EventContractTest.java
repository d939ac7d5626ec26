// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.sightline.video.Gap;
import dev.sightline.video.StreamFailed;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Event> all() {
        return SampleEvents.all();
    }

    private static JsonSchema schema(Topic topic) throws IOException {
        try (InputStream in = Topic.class.getResourceAsStream(topic.schemaResource())) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        }
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
        ObjectNode match = (ObjectNode) value(SampleEvents.match("close", "ended"));
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
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "ebb2f6a7bddfd2ec44b148a065cac24d")
                .containsEntry("ce_source", "rtsp://***@10.0.0.7/s1")
                .containsEntry("ce_type", "dev.sightline.scene-change.v1")
                .containsEntry("ce_time", "2026-11-23T10:15:30.250Z")
                .containsEntry("ce_subject", "gate-3")
                .containsEntry(
                        "ce_dataschema",
                        "https://sightline.dev/schemas/video.scene-changes.v1.schema.json")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void idsDifferWithEveryPart() {
        assertThat(EventId.of("a", 1, "x")).isEqualTo(EventId.of("a", 1, "x"));
        assertThat(EventId.of("a", 1, "x")).isNotEqualTo(EventId.of("a", 2, "x"));
        assertThat(EventId.of("ab", "c")).isNotEqualTo(EventId.of("a", "bc"));
        assertThat(EventId.of("a", "b")).isNotEqualTo(EventId.of("a", "b", ""));
        assertThat(EventId.of("a")).hasSize(32).matches("[0-9a-f]+");
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
        assertThat(SampleEvents.FACTORY.status(gap)).isNull();
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

    @ParameterizedTest
    @ValueSource(
            classes = {
                SceneChange.class,
                QueryMatch.class,
                StreamStatus.class,
                EmbeddingEvent.class,
                ErrorEvent.class,
                QueryStatus.class
            })
    void flinkSerializesTheRecordsWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }
}
