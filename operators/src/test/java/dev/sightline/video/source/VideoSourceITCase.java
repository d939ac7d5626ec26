// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SamplingPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoSourceITCase {

    private static final SampleReaderFactory READERS =
            SampleReaderFactory.files(
                    new DecoderSettings(
                            SamplingPolicy.EXACT,
                            Duration.ofSeconds(1),
                            1,
                            1 << 26,
                            Duration.ofSeconds(30),
                            new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH),
                            0));

    @TempDir Path folder;

    private CloseableIterator<TimelineRecord> run(VideoSource.Watch watch) throws Exception {
        return run(folder.toString(), RangeLength.OFF, watch);
    }

    private static CloseableIterator<TimelineRecord> run(
            String location, RangeLength length, VideoSource.Watch watch) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        VideoSource source =
                new VideoSource(List.of(new SourceLocation("", location)), watch, length, READERS);
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "videos")
                .uid("videos")
                .executeAndCollect();
    }

    private void copyReel(String name) throws Exception {
        Path whole = folder.resolve("." + name);
        Files.copy(Repository.reel(), whole);
        Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void readsGoodFilesBesideBrokenOnes() throws Exception {
        copyReel("a.mp4");
        copyReel("b.mp4");
        Files.writeString(folder.resolve("c.mp4"), "ffconcat version 1.0\nfile a.mp4\n");
        List<TimelineRecord> records = new ArrayList<>();
        try (CloseableIterator<TimelineRecord> results = run(null)) {
            results.forEachRemaining(records::add);
        }
        Map<String, Long> samples =
                records.stream()
                        .filter(Sample.class::isInstance)
                        .collect(
                                Collectors.groupingBy(
                                        r -> r.stream().streamId(), Collectors.counting()));
        assertThat(samples).isEqualTo(Map.of("a.mp4", 40L, "b.mp4", 40L));
        assertThat(records.stream().filter(StreamEnded.class::isInstance)).hasSize(2);
        assertThat(records.stream().filter(StreamFailed.class::isInstance))
                .singleElement()
                .satisfies(failed -> assertThat(failed.stream().streamId()).isEqualTo("c.mp4"));
    }

    @Test
    void readsTheObjectsOfAStoreInRanges() throws Exception {
        copyReel("a.mp4");
        RangeLength length = RangeLength.of(Duration.ofSeconds(10), Duration.ofSeconds(1));
        List<Long> samples = new ArrayList<>();
        try (CloseableIterator<TimelineRecord> results =
                run(CountedFileSystem.uri(folder), length, null)) {
            results.forEachRemaining(
                    next -> {
                        if (next instanceof Sample sample) {
                            samples.add(sample.k());
                        }
                    });
        }
        assertThat(samples).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void findsFilesThatArriveWhileItWatches() throws Exception {
        VideoSource.Watch watch =
                new VideoSource.Watch(Duration.ofMillis(100), Duration.ofMillis(300));
        try (CloseableIterator<TimelineRecord> results = run(watch)) {
            copyReel("first.mp4");
            assertThat(nextEnded(results)).isEqualTo("first.mp4");
            copyReel("second.mp4");
            assertThat(nextEnded(results)).isEqualTo("second.mp4");
        }
    }

    private static String nextEnded(CloseableIterator<TimelineRecord> results) {
        while (results.hasNext()) {
            TimelineRecord next = results.next();
            if (next instanceof StreamEnded) {
                return next.stream().streamId();
            }
        }
        throw new AssertionError("the source ended");
    }
}
