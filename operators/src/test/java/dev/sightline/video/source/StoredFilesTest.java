// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.FfmpegProgram;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos that are read from a store, without a copy of them. */
class StoredFilesTest {

    private static final SampleReaderFactory READERS =
            SampleReaderFactory.files(
                    new DecoderSettings(
                            SamplingPolicy.EXACT,
                            Duration.ofSeconds(1),
                            1,
                            1 << 22,
                            Duration.ofSeconds(30),
                            new FrameGeometry(16, 16, FrameGeometry.Fit.SQUASH),
                            0));

    private static final int SECONDS = 400;

    @TempDir static Path folder;

    private static long size;

    /** The index of an MP4 file is at its end, unless somebody has asked for it elsewhere. */
    @BeforeAll
    static void write() throws IOException {
        String video = "testsrc2=s=320x240:r=10:d=" + SECONDS;
        for (String name : List.of("long.mp4", "long.mkv")) {
            FfmpegProgram.run(
                    "ffmpeg",
                    "-f",
                    "lavfi",
                    "-i",
                    video,
                    "-c:v",
                    "mpeg4",
                    "-q:v",
                    "2",
                    "-g",
                    "20",
                    folder.resolve(name).toString());
        }
        size = Files.size(folder.resolve("long.mp4"));
    }

    @BeforeEach
    void reset() {
        CountedFileSystem.reset();
    }

    private static List<String> read(String path, SampleRange range, long resumeAt) {
        StreamRef stream = new StreamRef("x", 1, "x", SourceKind.FILE, "");
        List<String> records = new ArrayList<>();
        VideoSplit split = new VideoSplit(stream, path, range, resumeAt, 0, "");
        try (SampleReader reader = READERS.open(split)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                records.add(text(next));
            }
        }
        return records;
    }

    private static String text(TimelineRecord next) {
        String text = next.getClass().getSimpleName() + " " + next.position() + next.changes();
        return next instanceof Sample sample
                ? text + sample.time().pts() + java.util.Arrays.hashCode(sample.rgb())
                : text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"long.mp4", "long.mkv"})
    void giveTheRecordsOfTheLocalFileAndAreReadAboutOnce(String name) {
        Path file = folder.resolve(name);
        List<String> stored = read(CountedFileSystem.uri(file), SampleRange.WHOLE, -1);
        assertThat(stored).hasSizeGreaterThan(SECONDS);
        assertThat(stored).isEqualTo(read(file.toString(), SampleRange.WHOLE, -1));
        assertThat(CountedFileSystem.BYTES.get()).isBetween(size * 8 / 10, size * 12 / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long.mp4", "long.mkv"})
    void areReadInASmallPartForARange(String name) {
        Path file = folder.resolve(name);
        SampleRange range = new SampleRange(200, 210);
        List<String> stored = read(CountedFileSystem.uri(file), range, 200);
        assertThat(stored).isEqualTo(read(file.toString(), range, 200));
        assertThat(CountedFileSystem.BYTES.get()).isLessThan(size / 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long.mp4", "long.mkv"})
    void areReadInASmallPartToResumeNearTheEnd(String name) {
        Path file = folder.resolve(name);
        List<String> stored = read(CountedFileSystem.uri(file), SampleRange.WHOLE, 390);
        assertThat(stored).isEqualTo(read(file.toString(), SampleRange.WHOLE, 390));
        assertThat(CountedFileSystem.BYTES.get()).isLessThan(size / 5);
    }

    @Test
    void costAFewRequestsHoweverLongTheyAre() {
        read(CountedFileSystem.uri(folder.resolve("long.mp4")), SampleRange.WHOLE, -1);
        assertThat(CountedFileSystem.REQUESTS.get()).isLessThan(10);
    }
}
