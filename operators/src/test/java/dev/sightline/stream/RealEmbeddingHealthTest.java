// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.BatchSettings;
import dev.sightline.clip.Device;
import dev.sightline.clip.EmbedFunction;
import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelSettings;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.wire.SampleSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Real videos, odd ones among them, with the bundled model: nothing is wrong with any vector. */
class RealEmbeddingHealthTest {

    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());

    private static List<TimelineRecord> embedded(Path file) throws Exception {
        ModelSettings settings =
                new ModelSettings(
                        BUNDLE.folder().toString(),
                        Device.CPU,
                        2,
                        new BatchSettings(8, Duration.ofMillis(5), 16),
                        Duration.ofSeconds(30));
        try (var harness =
                new OneInputStreamOperatorTestHarness<TimelineRecord, TimelineRecord>(
                        new AsyncWaitOperatorFactory<>(
                                new EmbedFunction(BUNDLE.digest(), settings),
                                60_000,
                                16,
                                OutputMode.ORDERED),
                        SampleSerializer.INSTANCE)) {
            harness.setup(EmbeddedSerializer.INSTANCE);
            harness.open();
            for (TimelineRecord next : records(file)) {
                harness.processElement(new StreamRecord<>(next));
            }
            harness.endInput();
            return harness.extractOutputValues();
        }
    }

    private static List<TimelineRecord> records(Path file) {
        DecoderSettings settings =
                new DecoderSettings(
                        SamplingPolicy.EXACT,
                        Duration.ofSeconds(1),
                        1,
                        1 << 26,
                        Duration.ofSeconds(30),
                        BUNDLE.geometry(),
                        0);
        StreamRef stream = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");
        List<TimelineRecord> records = new ArrayList<>();
        try (FileSampleReader reader =
                new FileSampleReader(stream, file.toString(), settings, -1)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                records.add(next);
            }
        }
        return records;
    }

    private static int requireHealthy(Path file) throws Exception {
        EmbeddingHealth health = EmbeddingHealth.start(BUNDLE.digest());
        int samples = 0;
        for (TimelineRecord next : embedded(file)) {
            health = health.after(next);
            samples++;
            assertThat(health.problems()).as(file + " at " + next.position()).isEmpty();
        }
        return samples;
    }

    private static void requireHealthyFolder(String name) throws Exception {
        int samples = 0;
        for (Path file : videos(SharedMaterial.shared(name))) {
            samples += requireHealthy(file);
        }
        assertThat(samples).isPositive();
    }

    private static List<Path> videos(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(mp4|avi|ts|webm)"))
                    // Six minutes of one thing, which would take most of the time.
                    .filter(file -> !file.endsWith("mp4_long_1080p_lowbitrate.mp4"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theReelIsHealthy() throws Exception {
        assertThat(requireHealthy(Repository.reel())).isPositive();
    }

    @Test
    void realClipsAreHealthy() throws Exception {
        requireHealthyFolder("clips");
    }

    @Test
    void oddFilesAreHealthyABlackFilmAmongThem() throws Exception {
        requireHealthyFolder("odd");
    }
}
