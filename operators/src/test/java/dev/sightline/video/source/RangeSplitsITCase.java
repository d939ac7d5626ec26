// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file read in ranges gives the records of one that is read as a whole. */
class RangeSplitsITCase {

    /** Of the demo reel at this interval. */
    private static final long POSITIONS = 79;

    private static final SampleReaderFactory READERS =
            SampleReaderFactory.files(
                    new DecoderSettings(
                            SamplingPolicy.EXACT,
                            Duration.ofMillis(500),
                            1,
                            1 << 26,
                            Duration.ofSeconds(30),
                            new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH),
                            32));

    private static final Path REEL = Repository.reel();

    private static List<String> whole;

    @BeforeAll
    static void readAsAWhole() {
        StreamRef stream = new StreamRef("reel", 1, REEL.toUri().toString(), SourceKind.FILE, "");
        try (SampleReader reader = READERS.open(new VideoSplit(stream, REEL.toString(), -1, ""))) {
            whole =
                    Stream.generate(reader::next)
                            .takeWhile(Objects::nonNull)
                            .map(RangeSplitsITCase::describe)
                            .toList();
        }
        assertThat(whole).hasSize((int) POSITIONS + 2);
    }

    private static List<String> read(int tasks, long rangeLength, SampleReaderFactory readers)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(tasks, configuration);
        env.enableCheckpointing(100);
        VideoSource source =
                new VideoSource(
                        List.of(new SourceLocation("reel", REEL.toString())),
                        null,
                        new RangeLength(rangeLength),
                        readers);
        List<TimelineRecord> records = new ArrayList<>();
        try (CloseableIterator<TimelineRecord> results =
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "videos")
                        .uid("videos")
                        .executeAndCollect()) {
            results.forEachRemaining(records::add);
        }
        return records.stream()
                .sorted(Comparator.comparingLong(TimelineRecord::position))
                .map(RangeSplitsITCase::describe)
                .toList();
    }

    private static String describe(TimelineRecord next) {
        String content =
                next instanceof Sample sample
                        ? sample.time().pts() + " " + Arrays.hashCode(sample.rgb())
                        : "";
        return next.getClass().getSimpleName() + " " + next.position() + " " + content;
    }

    @ParameterizedTest
    @CsvSource({"30, 2", "11, 7"})
    void givesTheSameRecordsInAnyNumberOfRanges(long rangeLength, int ranges) throws Exception {
        SeekableReaders.failAfter(-1);
        assertThat(read(ranges, rangeLength, new SeekableReaders(READERS, POSITIONS, 0)))
                .isEqualTo(whole);
        assertThat(SeekableReaders.opened()).isEqualTo(ranges);
    }

    @ParameterizedTest
    @CsvSource({"3", "20", "50"})
    void givesTheSameRecordsWhenATaskFailsOnTheWay(int failure) throws Exception {
        SeekableReaders.failAfter(failure);
        assertThat(read(7, 11, new SeekableReaders(READERS, POSITIONS, 15))).isEqualTo(whole);
        assertThat(SeekableReaders.haveFailed()).isTrue();
    }

    @Test
    void endsWhereTheFileEndsAndNotWhereItsHeaderSays() throws Exception {
        SeekableReaders.failAfter(-1);
        List<String> records = read(2, 10, new SeekableReaders(READERS, 100_000, 0));
        assertThat(records).startsWith(whole.toArray(String[]::new));
        assertThat(records.subList(whole.size(), records.size()))
                .allMatch(behind -> behind.startsWith("StreamEnded"))
                .hasSizeLessThan(10);
    }
}
