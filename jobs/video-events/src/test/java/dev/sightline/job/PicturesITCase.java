// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.Topic;
import dev.sightline.picture.PictureStore;
import dev.sightline.testdata.kafka.CommittedRecords;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures that the whole job writes of the demo reel. */
class PicturesITCase {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Topics whose events show something. */
    private static final List<String> SHOWING =
            Stream.of(Topic.SCENE_CHANGES, Topic.QUERY_MATCHES, Topic.EMBEDDINGS)
                    .map(Topic::topicName)
                    .toList();

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

    private JobClient start(String pictures, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--source=" + Repository.reel(),
                                "--model=" + Repository.model(),
                                "--query=a cat",
                                "--alarm-budget=24",
                                "--checkpoint-interval=500ms",
                                "--pictures=" + pictures,
                                "--kafka.bootstrap.servers=" + kafka.bootstrapServers()));
        arguments.addAll(Arrays.asList(more));
        Configuration configuration = new Configuration();
        KeptCounters.reset(configuration);
        return LocalEnvironment.of(arguments, configuration).executeAsync();
    }

    private void run(String pictures, String... more) throws Exception {
        start(pictures, more).getJobExecutionResult().get();
        CommittedRecords.awaitDecided(kafka.bootstrapServers(), SHOWING);
    }

    private List<CommittedRecords.Received> committed() {
        return CommittedRecords.of(kafka.bootstrapServers(), SHOWING);
    }

    /** Of all committed events; an empty text where there is none. */
    private List<String> thumbnails() throws IOException {
        List<String> thumbnails = new ArrayList<>();
        for (CommittedRecords.Received next : committed()) {
            JsonNode value = JSON.readTree(next.value());
            thumbnails.add(value.path("thumbnail").asText());
        }
        return thumbnails;
    }

    /** Every file below a folder, with its content. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toUri().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void everyEventThatShowsSomethingHasOnePictureAndAReplayTheSame() throws Exception {
        Path pictures = folder.resolve("my pictures");
        run(pictures.toString(), "--sample-pictures");
        Map<String, byte[]> once = files(pictures);
        assertThat(thumbnails()).doesNotContain("").hasSizeGreaterThan(45);
        assertThat(once.keySet())
                .as("each referenced, and nothing else")
                .hasSameElementsAs(thumbnails());
        assertThat(KeptCounters.sum(PictureStore.WRITTEN)).isEqualTo(once.size());
        for (CommittedRecords.Received next : committed()) {
            if (!next.topic().equals(Topic.QUERY_MATCHES.topicName())) {
                String thumbnail = JSON.readTree(next.value()).get("thumbnail").asText();
                assertThat(thumbnail).endsWith("/" + next.headers().get("ce_id") + ".jpg");
            }
        }
        for (String uri : once.keySet()) {
            assertThat(ImageIO.read(Path.of(URI.create(uri)).toFile()).getWidth()).isEqualTo(320);
        }

        run(pictures.toString(), "--sample-pictures");
        Map<String, byte[]> twice = files(pictures);
        assertThat(twice.keySet()).isEqualTo(once.keySet());
        assertThat(twice).allSatisfy((uri, jpeg) -> assertThat(jpeg).isEqualTo(once.get(uri)));
    }

    @Test
    void aCommittedEventsPictureIsThereAlready() throws Exception {
        JobClient job = start(folder.resolve("pictures").toString(), "--sample-pictures");
        boolean done;
        int looks = 0;
        do {
            done = job.getJobExecutionResult().isDone();
            List<String> thumbnails = thumbnails();
            looks += thumbnails.isEmpty() ? 0 : 1;
            assertThat(thumbnails).allMatch(uri -> Files.exists(Path.of(URI.create(uri))));
        } while (!done);
        job.getJobExecutionResult().get();
        assertThat(looks).as("looked while it ran").isGreaterThan(1);
    }

    @Test
    void samplesHavePicturesOnlyWhenAskedFor() throws Exception {
        Path pictures = folder.resolve("pictures");
        run(pictures.toString());
        assertThat(thumbnails().stream().filter(String::isEmpty)).hasSize(40);
        assertThat(files(pictures)).isNotEmpty();
        assertThat(pictures.resolve("samples")).doesNotExist();
    }

    @Test
    void aStoreThatFailsLeavesTheEventsAsTheyAreWithoutPicturesAndIsCounted() throws Exception {
        run("off");
        assertThat(thumbnails()).hasSizeGreaterThan(45).allMatch(String::isEmpty);
        int events = committed().size();
        Files.writeString(folder.resolve("file"), "in the way");
        run(folder.resolve("file/pictures").toString(), "--sample-pictures");
        assertThat(committed()).hasSize(2 * events);
        assertThat(KeptCounters.sum(PictureStore.FAILED)).isGreaterThan(45);
        assertThat(KeptCounters.sum(PictureStore.WRITTEN)).isZero();

        run("nosuchstore://bucket/pictures");
        assertThat(committed()).hasSize(3 * events);
    }
}
