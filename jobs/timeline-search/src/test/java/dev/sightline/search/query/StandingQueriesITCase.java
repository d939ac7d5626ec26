// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.Topic;
import dev.sightline.search.query.StandingQuery.State;
import dev.sightline.testdata.kafka.CommittedRecords;
import dev.sightline.testdata.kafka.CommittedRecords.Received;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One broker for all; each test has a query of its own. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class StandingQueriesITCase {

    private static final String QUERIES = Topic.QUERIES.topicName();
    private static final String STATUS = Topic.QUERY_STATUS.topicName();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private static Path folder;
    private static EmbeddedKafka kafka;
    private static KafkaProducer<String, String> producer;
    private static StandingQueries queries;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(folder);
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        queries = StandingQueries.start(client);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(queries.problem()).contains("no topic " + QUERIES));
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(QUERIES, 1, (short) 1),
                                    new NewTopic(STATUS, 1, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer());
        await().atMost(PATIENCE).until(() -> queries.problem() == null);
    }

    @AfterAll
    static void stop() {
        queries.close();
        producer.close();
        kafka.close();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static void write(String topic, String key, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    private static StandingQuery listed(String id) {
        return queries.list().stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static void awaitState(String id, State state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listed(id).state()).isEqualTo(state));
    }

    @Test
    void aQueryIsWrittenAndAnswered() throws Exception {
        StandingQuery put = queries.put("dogs", json("{\"text\": \"a dog\", \"version\": 9}"));
        assertThat(put.state()).isEqualTo(State.UNANSWERED);
        assertThat(put.version()).isEqualTo(1);
        assertThat(listed("dogs")).as("at once").isEqualTo(put);
        write(
                STATUS,
                "dogs",
                "{\"queryId\":\"dogs\",\"version\":1,\"state\":\"accepted\",\"threshold\":0.31,"
                        + "\"expectedFalseAlarmsPerDay\":0.9}");
        awaitState("dogs", State.ACCEPTED);
        assertThat(listed("dogs"))
                .extracting(
                        StandingQuery::text,
                        StandingQuery::threshold,
                        StandingQuery::falseAlarmsPerDay)
                .containsExactly("a dog", 0.31, 0.9);
        assertThat(queries.put("dogs", json("{\"text\": \"a large dog\"}")))
                .as("the answer was about the version before")
                .extracting(StandingQuery::version, StandingQuery::state, StandingQuery::threshold)
                .containsExactly(2L, State.UNANSWERED, null);
    }

    @Test
    void aRefusalSaysWhy() throws Exception {
        queries.put("vans", json("{\"text\": \"a van\"}"));
        write(
                STATUS,
                "vans",
                "{\"queryId\":\"vans\",\"version\":1,\"state\":\"refused\",\"reason\":\"no\"}");
        awaitState("vans", State.REFUSED);
        assertThat(listed("vans").reason()).isEqualTo("no");
        write(QUERIES, "odd", "{\"txet\": \"a van\"}");
        await().atMost(PATIENCE).until(() -> listed("odd") != null);
        assertThat(listed("odd").state()).isEqualTo(State.REFUSED);
        assertThat(listed("odd").reason()).contains("txet");
        write(QUERIES, "odder", "no JSON");
        await().atMost(PATIENCE).until(() -> listed("odder") != null);
        queries.remove("odder");
        assertThat(listed("odder")).as("it can be taken back all the same").isNull();
    }

    @Test
    void aQueryOfTheJobsSettingsIsListedButNotRemoved() throws Exception {
        write(
                STATUS,
                "night",
                "{\"queryId\":\"night\",\"version\":1,\"state\":\"accepted\",\"text\":\"a street at"
                        + " night\",\"threshold\":0.3}");
        await().atMost(PATIENCE).until(() -> listed("night") != null);
        assertThat(listed("night").state()).isEqualTo(State.OF_SETTINGS);
        assertThat(listed("night").text()).isEqualTo("a street at night");
        assertThat(listed("night").threshold()).isEqualTo(0.3);
        assertThatThrownBy(() -> queries.remove("night"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("settings");
    }

    @Test
    void aRemovedQueryTakesItsWrongMatchesWithIt() throws Exception {
        queries.put("cats", json("{\"text\": \"a cat\"}"));
        write(QUERIES, "cats/wrong/m1", "{\"wrongMatch\":\"m1\"}");
        write(QUERIES, "cats2/wrong/m2", "{\"wrongMatch\":\"m2\"}");
        write(STATUS, "cats", "{\"queryId\":\"cats\",\"version\":1,\"state\":\"accepted\"}");
        awaitState("cats", State.ACCEPTED);
        // Behind the two before it in the same partition.
        write(QUERIES, "marker", "{\"text\": \"x\"}");
        await().atMost(PATIENCE).until(() -> listed("marker") != null);
        queries.remove("cats");
        assertThat(listed("cats").state()).isEqualTo(State.REMOVED);
        assertThat(CommittedRecords.of(kafka.bootstrapServers(), List.of(QUERIES)))
                .extracting(Received::key, each -> each.value() == null)
                .contains(tuple("cats", true), tuple("cats/wrong/m1", true))
                .doesNotContain(tuple("cats2/wrong/m2", true));
        write(STATUS, "cats", "{\"queryId\":\"cats\",\"version\":0,\"state\":\"removed\"}");
        await().atMost(PATIENCE).until(() -> listed("cats") == null);
        assertThatThrownBy(() -> queries.remove("cats"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("cats");
    }

    @Test
    void whatWasMadeAnewIsReadAnew() throws Exception {
        queries.put("older", json("{\"text\": \"a kite\"}"));
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            admin.deleteTopics(List.of(QUERIES)).all().get();
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () ->
                                    admin.createTopics(List.of(new NewTopic(QUERIES, 1, (short) 1)))
                                                    .all()
                                                    .get()
                                            == null);
        }
        await().atMost(PATIENCE).until(() -> listed("older") == null);
        assertThat(queries.put("older", json("{\"text\": \"a kite\"}")).version()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNotWritten() {
        assertThatThrownBy(() -> queries.put("bad", json("{\"text\": \" \"}")))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("'text'");
        assertThatThrownBy(() -> queries.put("bad", JsonNodeFactory.instance.textNode("a dog")))
                .isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(() -> queries.put("a/wrong/b", json("{\"text\": \"a dog\"}")))
                .isInstanceOf(MalformedRequest.class);
        assertThat(CommittedRecords.of(kafka.bootstrapServers(), List.of(QUERIES)))
                .extracting(Received::key)
                .doesNotContain("bad", "a/wrong/b");
    }

    @Test
    void anotherServiceSeesWhatStood() throws Exception {
        queries.put("kept", json("{\"text\": \"a kite\"}"));
        try (StandingQueries other =
                StandingQueries.start(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(other.put("kept", json("{\"text\": \"a red kite\"}")).version())
                    .as("it waits until it knows the one before")
                    .isEqualTo(2);
        }
    }
}
