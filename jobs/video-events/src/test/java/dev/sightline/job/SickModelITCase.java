// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.clip.BatchSettings;
import dev.sightline.clip.Device;
import dev.sightline.clip.EmbedFunction;
import dev.sightline.clip.EncoderLoader;
import dev.sightline.clip.ImageEncoder;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelSettings;
import dev.sightline.clip.OnnxImageEncoder;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.Topic;
import dev.sightline.job.kafka.EventSinks;
import dev.sightline.job.kafka.Topics;
import dev.sightline.job.settings.JobSettings;
import dev.sightline.job.settings.SettingsParser;
import dev.sightline.match.ArmingSettings;
import dev.sightline.match.InitialQueries;
import dev.sightline.picture.PictureSettings;
import dev.sightline.scene.SceneSettings;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.source.RangeLength;
import dev.sightline.video.source.SampleReaderFactory;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models whose vectors are wrong, with the whole job and a real broker. */
class SickModelITCase {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;
    private EmbeddedKafka kafka;

    @BeforeEach
    void startKafka() throws IOException {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    /** The bundled model, to which all pictures look the same: grey. */
    private Path constantBundle() throws IOException {
        return changedBundle(
                model -> model.withObject("/image").putArray("std").add(1e30).add(1e30).add(1e30));
    }

    /** The bundled model as another one: tests of this process share what is loaded of it. */
    private Path anotherBundle() throws IOException {
        return changedBundle(model -> model.withObject("/text").put("maxLength", 39));
    }

    private Path changedBundle(Consumer<ObjectNode> change) throws IOException {
        Path copy = folder.resolve("changed");
        try (Stream<Path> files = Files.walk(Repository.model())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Repository.model().relativize(file).toString()));
            }
        }
        Path manifest = copy.resolve("model.json");
        ObjectNode model = (ObjectNode) JSON.readTree(manifest.toFile());
        change.accept(model);
        JSON.writeValue(manifest.toFile(), model);
        return copy;
    }

    private void run(Path bundle) throws Exception {
        List<String> arguments =
                List.of(
                        "--source=" + Repository.reel(),
                        "--model=" + bundle,
                        "--pictures=off",
                        "--kafka.bootstrap.servers=" + kafka.bootstrapServers());
        LocalEnvironment.of(arguments).execute();
    }

    @Test
    @Timeout(60)
    void aModelWhoseVectorsAreAllTheSameIsDetectedWithinAMinuteAndServesNobody() throws Exception {
        Path bundle = constantBundle();
        assertThatThrownBy(() -> run(bundle))
                .hasStackTraceContaining("wrong vector for the reference picture")
                .hasStackTraceContaining("at least 0.99 expected");
        assertThat(TopicValues.of(kafka, Topic.EMBEDDINGS)).isEmpty();
    }

    @Test
    @Timeout(60)
    void withoutReferencePicturesTheStreamsTell() throws Exception {
        Path bundle = constantBundle();
        Files.delete(bundle.resolve("reference.json"));
        run(bundle);
        assertThat(TopicValues.of(kafka, Topic.STREAM_STATUS))
                .extracting(next -> next.get("state").asText())
                .containsExactly("online", "degraded", "ended");
        JsonNode degraded = TopicValues.of(kafka, Topic.STREAM_STATUS).get(1);
        assertThat(degraded.at("/embeddings/problem").asText()).isEqualTo("duplicate-vectors");
        assertThat(degraded.at("/time/mediaMs").asLong()).isLessThan(30_000);
    }

    /** Its first load falls sick as soon as it has embedded some pictures; the next one is well. */
    private static final class SickOnce implements EncoderLoader {

        private static final long serialVersionUID = 1L;
        private static volatile int loads;
        private static volatile int wrong;

        @Override
        public ImageEncoder load(ModelBundle bundle, ModelSettings settings) {
            ImageEncoder real = new OnnxImageEncoder(bundle, settings.device(), settings.threads());
            return new Tower(real, ++loads == 1);
        }

        /** The tower of one load. */
        private static final class Tower implements ImageEncoder {
            private final ImageEncoder real;
            private final boolean fallsSick;
            private int pictures;

            Tower(ImageEncoder real, boolean fallsSick) {
                this.real = real;
                this.fallsSick = fallsSick;
            }

            @Override
            public float[][] encode(List<byte[]> batch) {
                float[][] vectors = real.encode(batch);
                pictures += batch.size();
                if (fallsSick && pictures > 20) {
                    wrong += batch.size();
                    for (float[] vector : vectors) {
                        Arrays.fill(vector, 1f / 16);
                    }
                }
                return vectors;
            }

            @Override
            public void close() {
                real.close();
            }
        }
    }

    @Test
    @Timeout(120)
    void aModelThatFallsSickIsReplacedAndNothingOfItIsCommitted() throws Exception {
        JobClient job = start(ModelBundle.load(anotherBundle()));
        await().atMost(Duration.ofMinutes(1)).until(() -> SickOnce.loads == 2);
        job.getJobExecutionResult().get();

        assertThat(SickOnce.wrong).isPositive();
        List<JsonNode> errors = TopicValues.of(kafka, Topic.ERRORS);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("category").asText()).isEqualTo("model");
        assertThat(errors.get(0).get("worker").asText()).isNotEmpty();
        assertThat(errors.get(0).get("message").asText()).contains("reference picture");
        assertThat(TopicValues.of(kafka, Topic.EMBEDDINGS))
                .hasSize(40)
                .extracting(next -> next.get("vector").asText())
                .as("all of them different, and so not constant")
                .doesNotHaveDuplicates();
    }

    private JobClient start(ModelBundle bundle) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        Environment.configure(env, new JobSettings("test", 1, Duration.ofMillis(400), null));
        SampleReaderFactory readers =
                SampleReaderFactory.files(
                        new DecoderSettings(
                                SamplingPolicy.EXACT,
                                Duration.ofSeconds(1),
                                1,
                                1 << 26,
                                Duration.ofSeconds(30),
                                bundle.geometry(),
                                0));
        VideoSource source =
                new VideoSource(
                        List.of(new SourceLocation("reel", Repository.reel().toString())),
                        null,
                        RangeLength.OFF,
                        new SlowReaders(readers, 40, 0));
        var settings =
                new SettingsParser(Map.of())
                        .parse(
                                List.of(
                                        "--source=" + Repository.reel(),
                                        "--model=" + bundle.folder(),
                                        "--kafka.bootstrap.servers=" + kafka.bootstrapServers()));
        Topics.ensure(settings.kafka(), line -> {});
        EventSinks sinks = new EventSinks(settings.kafka(), "test");
        Topology.define(
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "videos").uid("videos"),
                null,
                null,
                new EmbedFunction(bundle.digest(), model(bundle), new SickOnce()),
                plan(bundle),
                new Outputs(
                        sinks.to(Topic.SCENE_CHANGES),
                        sinks.to(Topic.QUERY_MATCHES),
                        sinks.to(Topic.STREAM_STATUS),
                        sinks.to(Topic.EMBEDDINGS),
                        sinks.to(Topic.ERRORS),
                        sinks.to(Topic.QUERY_STATUS)));
        return env.executeAsync();
    }

    /** Only checkpoints ask for checks. */
    private static ModelSettings model(ModelBundle bundle) {
        return new ModelSettings(
                bundle.folder().toString(),
                Device.AUTO,
                1,
                new BatchSettings(4, Duration.ofMillis(5), 8),
                Duration.ofHours(1));
    }

    private static Plan plan(ModelBundle bundle) {
        ModelBlock model = new ModelBlock("mini", bundle.digest(), bundle.manifest().dimension());
        ProducerBlock producer = new ProducerBlock("test", "1");
        return new Plan(
                new ArmingSettings(
                        bundle.folder().toString(), bundle.digest(), Duration.ofSeconds(1)),
                4,
                SceneSettings.DEFAULT,
                new InitialQueries(List.of(), System.nanoTime()),
                new EventFactory(model, producer, Clock.systemUTC()),
                new QueryEvents(model, producer, Clock.systemUTC()),
                PictureSettings.OFF,
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }
}
