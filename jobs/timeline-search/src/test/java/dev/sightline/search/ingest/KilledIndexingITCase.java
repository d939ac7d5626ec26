// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import static dev.sightline.search.timeline.PublishedEvents.camera;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightline.backtest.StoredSample;
import dev.sightline.event.Event;
import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.PublishedEvents;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import dev.sightline.video.StreamRef;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIndexingITCase {

    private static final int KILLS = 3;
    private static final int STREAMS = 4;
    private static final int SAMPLES = 1_200;
    private static final int EVENTS = STREAMS * (SAMPLES + 4 * SAMPLES / 50);

    @TempDir private Path folder;

    @Test
    void answersAsIfNothingHadHappened() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"))) {
            EventTopics topics = new EventTopics(broker.bootstrapServers());
            topics.create(2, RecordReader.NAMES);
            topics.publish(events());

            List<String> expected = answers(topics, folder.resolve("undisturbed"), false);
            Path killed = folder.resolve("killed");
            for (int i = 0; i < KILLS; i++) {
                killAfter(1 + random.nextInt(1_500), broker.bootstrapServers(), killed);
            }

            assertThat(positions(killed)).as("offsets that were kept").isPositive();
            assertThat(answers(topics, killed, false)).as("seed " + seed).isEqualTo(expected);
            assertThat(answers(topics, killed, true)).isEqualTo(expected);
        }
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (int k = 0; k < SAMPLES; k++) {
            for (int s = 0; s < STREAMS; s++) {
                StreamRef stream = camera("camera " + s, 1 + k / 500);
                events.add(PublishedEvents.embedding(stream, k));
                if (k % 50 == 25) {
                    events.add(PublishedEvents.cut(stream, k * 1_000));
                    events.add(PublishedEvents.match(stream, "open", k * 1_000, k * 1_000 + 900));
                    events.add(
                            PublishedEvents.match(stream, "close", k * 1_000, k * 1_000 + 9_000));
                    events.add(PublishedEvents.gap(stream, k * 1_000, k * 1_000 + 100));
                }
            }
        }
        return events;
    }

    /** Lets a process index until it has taken so many events, and kills it as {@code kill -9}. */
    private static void killAfter(int events, String servers, Path index) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                // It does not live long enough to gain from more.
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath(),
                                IndexingProcess.class.getName(),
                                servers,
                                index.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = process.inputReader()) {
            int taken = 0;
            while (taken < events) {
                String line = lines.readLine();
                assertThat(line).as("the process goes on").isNotNull();
                taken = line.matches("\\d+") ? Integer.parseInt(line) : taken;
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** A class path on the command line, or that of a class loader which a runner made. */
    private static String classPath() {
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(URL::getPath)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static long positions(Path folder) throws IOException {
        try (TimelineIndex index = LuceneTimelineIndex.open(folder, IndexSettings.DEFAULT)) {
            return index.positions().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Reads the topics to their end, and asks everything that can be asked. */
    private static List<String> answers(EventTopics topics, Path folder, boolean replay)
            throws Exception {
        try (TimelineIndex index = LuceneTimelineIndex.open(folder, IndexSettings.DEFAULT)) {
            if (replay) {
                Map<TopicPosition, Long> beginning = new HashMap<>(index.positions());
                beginning.replaceAll((partition, offset) -> 0L);
                index.write(List.of(), beginning);
            }
            try (TopicIngest ingest = TopicIngest.start(topics.client(), index, event -> {})) {
                await().atMost(Duration.ofSeconds(60)).until(() -> ingest.progress().behind() == 0);
                assertThat(ingest.progress().malformed()).isZero();
                long all = ingest.progress().records();
                assertThat(all == EVENTS).isEqualTo(replay || isNew(folder));
            }
            return answers(index);
        }
    }

    private static boolean isNew(Path folder) {
        return folder.endsWith("undisturbed");
    }

    private static List<String> answers(TimelineIndex index) throws IOException {
        List<String> answers = new ArrayList<>();
        answers.add(new TreeMap<>(names(index.positions())).toString());
        answers.add(index.models().toString());
        for (StreamSummary stream : index.streams()) {
            answers.add(stream.toString());
            for (long epoch : stream.epochs()) {
                answers.add(index.timeline(stream.id(), epoch).orElseThrow().toString());
            }
        }
        for (int i = 0; i < 5; i++) {
            float[] query = PublishedEvents.vector(i);
            index.nearest(PublishedEvents.DIGEST, query, SampleFilter.ALL, 50)
                    .forEach(found -> answers.add(text(found.sample()) + found.cosine()));
        }
        index.forEach(
                PublishedEvents.DIGEST, SampleFilter.ALL, sample -> answers.add(text(sample)));
        return answers;
    }

    private static Map<String, Long> names(Map<TopicPosition, Long> positions) {
        return positions.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
    }

    private static String text(IndexedSample indexed) {
        StoredSample sample = indexed.sample();
        return indexed.id()
                + sample.stream()
                + sample.digest()
                + sample.k()
                + sample.time()
                + sample.picture()
                + Arrays.toString(sample.vector());
    }
}
