// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.clip.BatchSettings;
import dev.sightline.clip.Device;
import dev.sightline.clip.EmbedFunction;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelSettings;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.Topic;
import dev.sightline.job.kafka.EventSinks;
import dev.sightline.job.kafka.Topics;
import dev.sightline.job.settings.Delivery;
import dev.sightline.job.settings.JobSettings;
import dev.sightline.job.settings.KafkaSettings;
import dev.sightline.match.ArmingSettings;
import dev.sightline.match.InitialQueries;
import dev.sightline.match.QueryCommand;
import dev.sightline.picture.PictureSettings;
import dev.sightline.scene.SceneSettings;
import dev.sightline.testdata.kafka.CommittedRecords;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.source.RangeLength;
import dev.sightline.video.source.SampleReaderFactory;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping in mid-video and going on gives the events of a run that nothing disturbed. */
class SavepointITCase {

    private static final List<Topic> TOPICS =
            List.of(
                    Topic.SCENE_CHANGES,
                    Topic.QUERY_MATCHES,
                    Topic.STREAM_STATUS,
                    Topic.EMBEDDINGS);

    /** Of the demo reel, a sample a second. */
    private static final long POSITIONS = 40;

    private static final QueryRequest CAT = QueryRequest.ofText("cat", "a cat", 24);

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Set<String> undisturbed;

    @TempDir Path folder;

    private static KafkaSettings kafka(EmbeddedKafka broker) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                Delivery.EXACTLY_ONCE,
                true,
                1,
                1,
                Duration.ofDays(1),
                true,
                Duration.ofSeconds(30));
    }

    private static JobClient start(
            EmbeddedKafka broker,
            RangeLength length,
            long slowMillis,
            String savepoint,
            QueryRequest... queries)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        Environment.configure(env, new JobSettings("test", 2, Duration.ofMillis(500), null));
        ModelBundle bundle = ModelBundle.load(Repository.model());
        SampleReaderFactory readers =
                SampleReaderFactory.files(
                        new DecoderSettings(
                                SamplingPolicy.EXACT,
                                Duration.ofSeconds(1),
                                1,
                                1 << 26,
                                Duration.ofSeconds(30),
                                bundle.geometry(),
                                320));
        VideoSource source =
                new VideoSource(
                        List.of(
                                new SourceLocation("one", Repository.reel().toString()),
                                new SourceLocation("two", Repository.reel().toString()),
                                new SourceLocation("three", Repository.reel().toString())),
                        null,
                        length,
                        new SlowReaders(readers, slowMillis, POSITIONS));
        EventSinks sinks = new EventSinks(kafka(broker), "test");
        Topology.define(
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "videos").uid("videos"),
                null,
                null,
                new EmbedFunction(
                        bundle.digest(),
                        new ModelSettings(
                                bundle.folder().toString(),
                                Device.CPU,
                                1,
                                new BatchSettings(8, Duration.ofMillis(5), 32),
                                Duration.ofSeconds(30))),
                plan(bundle, queries),
                new Outputs(
                        sinks.to(Topic.SCENE_CHANGES),
                        sinks.to(Topic.QUERY_MATCHES),
                        sinks.to(Topic.STREAM_STATUS),
                        sinks.to(Topic.EMBEDDINGS),
                        sinks.to(Topic.ERRORS),
                        sinks.to(Topic.QUERY_STATUS)));
        return env.executeAsync();
    }

    private static Plan plan(ModelBundle bundle, QueryRequest... queries) {
        ModelBlock model =
                new ModelBlock(
                        bundle.manifest().name(), bundle.digest(), bundle.manifest().dimension());
        ProducerBlock producer = new ProducerBlock("test", "1");
        return new Plan(
                new ArmingSettings(
                        bundle.folder().toString(), bundle.digest(), Duration.ofSeconds(1)),
                16,
                SceneSettings.DEFAULT,
                new InitialQueries(
                        Stream.of(queries).map(QueryCommand::ofSettings).toList(),
                        System.nanoTime()),
                new EventFactory(model, producer, Clock.systemUTC()),
                new QueryEvents(model, producer, Clock.systemUTC()),
                PictureSettings.OFF,
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }

    private static List<String> ids(EmbeddedKafka broker) {
        return CommittedRecords.of(
                        broker.bootstrapServers(), TOPICS.stream().map(Topic::topicName).toList())
                .stream()
                .map(next -> next.headers().get("ce_id"))
                .toList();
    }

    @BeforeAll
    static void runUndisturbed(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder)) {
            Topics.ensure(kafka(broker), line -> {});
            start(broker, RangeLength.OFF, 0, null, CAT).getJobExecutionResult().get();
            undisturbed = new TreeSet<>(ids(broker));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5})
    void goesOnInMidVideoWithTheSameEvents(long rangeLength) throws Exception {
        RangeLength length = new RangeLength(rangeLength);
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("stopped"))) {
            Topics.ensure(kafka(broker), line -> {});
            String savepoint = stopInTheMiddle(broker, start(broker, length, 40, null, CAT));
            List<String> before = ids(broker);
            assertThat(before.size()).as("stopped in the middle").isLessThan(undisturbed.size());

            start(broker, length, 0, savepoint, CAT).getJobExecutionResult().get();
            List<String> all = ids(broker);
            assertThat(all).as("nothing twice").doesNotHaveDuplicates();
            assertThat(new TreeSet<>(all)).isEqualTo(undisturbed);
            assertThat(all.stream().collect(Collectors.toSet())).containsAll(before);
        }
    }

    private String stopInTheMiddle(EmbeddedKafka broker, JobClient job) throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> ids(broker).size() > 10);
        return job.stopWithSavepoint(
                        false,
                        folder.resolve("savepoints").toUri().toString(),
                        SavepointFormatType.CANONICAL)
                .get();
    }

    @Test
    void goesOnWithTheQueriesOfTheNewSubmission() throws Exception {
        QueryRequest cup = QueryRequest.ofText("cup", "a red coffee cup on a saucer", 24);
        QueryRequest man = QueryRequest.ofText("man", "a man with a camera on a tripod", 24);
        QueryRequest strictCat = QueryRequest.ofText("cat", "a cat", 1);
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("changed"))) {
            Topics.ensure(kafka(broker), line -> {});
            String savepoint =
                    stopInTheMiddle(broker, start(broker, RangeLength.OFF, 40, null, CAT, cup));
            int before = matches(broker).size();
            start(broker, RangeLength.OFF, 0, savepoint, strictCat, man)
                    .getJobExecutionResult()
                    .get();

            List<String> statuses = statuses(broker);
            assertThat(statuses.subList(0, 2))
                    .containsExactlyInAnyOrder("cat accepted", "cup accepted");
            assertThat(statuses.subList(2, statuses.size()))
                    .containsExactlyInAnyOrder("cat accepted", "man accepted", "cup removed");
            List<String> after = matches(broker);
            after.subList(0, before).clear();
            assertThat(after).as("a query that is new").contains("man open");
            assertThat(after).as("a query that was removed").doesNotContain("cup open");
            assertThat(CommittedRecords.of(broker.bootstrapServers(), status()))
                    .as("each with an id of its own")
                    .extracting(next -> next.headers().get("ce_id"))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<String> status() {
        return List.of(Topic.QUERY_STATUS.topicName());
    }

    private static List<String> statuses(EmbeddedKafka broker) throws IOException {
        List<String> statuses = new ArrayList<>();
        for (var next : CommittedRecords.of(broker.bootstrapServers(), status())) {
            statuses.add(next.key() + " " + JSON.readTree(next.value()).get("state").asText());
        }
        return statuses;
    }

    private static List<String> matches(EmbeddedKafka broker) throws IOException {
        List<String> matches = new ArrayList<>();
        List<String> topic = List.of(Topic.QUERY_MATCHES.topicName());
        for (var next : CommittedRecords.of(broker.bootstrapServers(), topic)) {
            JsonNode match = JSON.readTree(next.value());
            matches.add(match.at("/query/id").asText() + " " + match.get("phase").asText());
        }
        return matches;
    }
}
