// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples of published events, {@code golden/TOPIC/NAME.json}: they must validate for ever. */
class GoldenEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<Topic> CONTROL = EnumSet.of(Topic.QUERIES, Topic.STREAMS);

    private record Golden(Topic topic, String name, JsonNode value) {

        @Override
        public String toString() {
            return topic.topicName() + "/" + name;
        }
    }

    static List<Golden> all() throws IOException {
        List<Golden> goldens = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            goldens.addAll(of(topic));
        }
        return goldens;
    }

    private static List<Golden> of(Topic topic) throws IOException {
        List<Golden> goldens = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder().resolve(topic.topicName()))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                goldens.add(new Golden(topic, name, JSON.readTree(Files.readAllBytes(file))));
            }
        }
        return goldens;
    }

    private static Path folder() {
        try {
            return Path.of(GoldenEventsTest.class.getResource("golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyGoldenFitsItsSchema(Golden golden) throws IOException {
        assertThat(Schemas.of(golden.topic()).validate(golden.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noGoldenFitsWithoutAFieldThatIsRequired(Golden golden) throws IOException {
        JsonNode required = Schemas.of(golden.topic()).getSchemaNode().path("required");
        for (JsonNode field : required) {
            ObjectNode broken = golden.value().deepCopy();
            broken.remove(field.asText());
            assertThat(Schemas.of(golden.topic()).validate(broken)).as(field.asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void noGoldenFitsWithAFieldOfAnotherType(Golden golden) throws IOException {
        for (Map.Entry<String, JsonNode> field : golden.value().properties()) {
            ObjectNode broken = golden.value().deepCopy();
            if (field.getValue().isBoolean()) {
                broken.put(field.getKey(), "true");
            } else {
                broken.put(field.getKey(), true);
            }
            assertThat(Schemas.of(golden.topic()).validate(broken)).as(field.getKey()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicHasGoldensAndASchemaUnderItsUri(Topic topic) throws IOException {
        assertThat(of(topic)).isNotEmpty();
        JsonNode schema = Schemas.of(topic).getSchemaNode();
        assertThat(schema.path("$id").asText()).isEqualTo(topic.schemaUri());
        assertThat(schema.path("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    /** A field that is added gets goldens of its own; those that are here stay as they are. */
    @Test
    void eventsAreStillWrittenLikeTheGoldens() throws IOException {
        Map<String, Event> events = SampleEvents.named();
        List<Golden> published =
                all().stream().filter(golden -> !CONTROL.contains(golden.topic())).toList();
        assertThat(published).extracting(Golden::name).containsAll(events.keySet());
        for (Golden golden : published) {
            Event event = events.get(golden.name());
            if (event != null) {
                assertThat(event.topic()).isEqualTo(golden.topic());
                assertThat(JSON.readTree(EventJson.toJson(event)))
                        .as(golden.toString())
                        .isEqualTo(golden.value());
            }
        }
    }

    @Test
    void whatTheSchemaOfQueriesTakesIsRead() throws Exception {
        for (Golden golden : of(Topic.QUERIES)) {
            byte[] json = JSON.writeValueAsBytes(golden.value());
            if (golden.value().has("wrongMatch")) {
                String match = golden.value().get("wrongMatch").asText();
                MatchFeedback feedback = new MatchFeedback("q", match);
                assertThat(MatchFeedback.parse(feedback.key(), json)).isEqualTo(feedback);
            } else if (!golden.name().equals("image-and-text")) { // its image is none
                QueryRequest read = QueryRequest.parse("q", json);
                assertThat(read.text()).isNotBlank();
                assertThat(Schemas.of(Topic.QUERIES).validate(JSON.readTree(read.toJson())))
                        .isEmpty();
            }
        }
    }

    @Test
    void anImageThatIsNoneFitsTheSchemaAndIsRefusedWithTheReason() throws Exception {
        for (Golden golden : of(Topic.QUERIES)) {
            byte[] json = JSON.writeValueAsBytes(golden.value());
            if (golden.name().equals("image-and-text")) {
                assertThatThrownBy(() -> QueryRequest.parse("q", json))
                        .isInstanceOf(MalformedRequest.class)
                        .hasMessageContaining("'image': the picture is neither");
            }
        }
    }

    @Test
    void whatTheSchemaOfStreamsTakesIsRead() throws Exception {
        for (Golden golden : of(Topic.STREAMS)) {
            StreamRequest request =
                    StreamRequest.parse("s", JSON.writeValueAsBytes(golden.value()));

            assertThat(request.uri()).isEqualTo(golden.value().get("uri").asText());
        }
    }
}
