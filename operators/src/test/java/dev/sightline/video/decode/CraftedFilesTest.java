// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.FfmpegProgram;
import dev.sightline.testdata.clips.Clip;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file says, it ends in records, and in its own range. */
class CraftedFilesTest {

    /** From the name of AVI's stream header to its time base. */
    private static final int AVI_SCALE_AT = 28;

    private static final int AVI_RATE_AT = 32;
    private static final int AVI_LENGTH_AT = 40;

    private static final JoinedRanges RANGES = new JoinedRanges(JoinedRanges.EXACT);

    @TempDir Path folder;

    /** Frames that are 68 years apart, and more of them than a clock can count. */
    private Path avi() throws IOException {
        Path file = folder.resolve("clip.avi");
        FfmpegProgram.run(
                "ffmpeg", "-i", Clip.FROZEN.write(folder).file() + "", "-c:v", "mpeg4", file + "");
        byte[] bytes = Files.readAllBytes(file);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("strh");
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(header + AVI_SCALE_AT, Integer.MAX_VALUE);
        buffer.putInt(header + AVI_RATE_AT, 1);
        buffer.putInt(header + AVI_LENGTH_AT, Integer.MAX_VALUE);
        return Files.write(file, bytes);
    }

    @Test
    void aLengthBeyondAllClocksIsNone() throws IOException {
        List<TimelineRecord> records = RANGES.read(avi(), SampleRange.WHOLE);
        assertThat(records.get(0)).isInstanceOf(StreamStarted.class);
        assertThat(records.get(records.size() - 1).closing()).isTrue();
    }

    @Test
    void aYearBeyondAllClocksIsNone() throws IOException {
        Path file = folder.resolve("clip.mkv");
        FfmpegProgram.run(
                "ffmpeg",
                "-i",
                Clip.HARD_CUTS.write(folder).file() + "",
                "-c",
                "copy",
                "-metadata",
                "creation_tome=+1000000000-12-31T23:59:59.999Z",
                file + "");
        // The muxer writes no such time, but what it does not know it writes as it is.
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("CREATION_TOME");
        Files.writeString(
                file, text.replace("CREATION_TOME", "CREATION_TIME"), StandardCharsets.ISO_8859_1);
        List<TimelineRecord> records = RANGES.read(file, SampleRange.WHOLE);
        assertThat(ReadRecords.samples(records)).hasSizeGreaterThan(10);
        assertThat(records.get(records.size() - 1).closing()).isTrue();
    }

    /** A picture so large that none can be made: the first sample fails. */
    @Test
    void aFailureOfTheFirstSampleEndsTheRangeThatWasCutMeanwhile() throws IOException {
        StreamRef stream = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");
        DecoderSettings settings =
                new DecoderSettings(
                        SamplingPolicy.EXACT,
                        Duration.ofMillis(250),
                        1,
                        1 << 24,
                        Duration.ofSeconds(30),
                        new FrameGeometry(40_000, 40_000, FrameGeometry.Fit.SQUASH),
                        32);
        Path file = Clip.HARD_CUTS.write(folder).file();
        try (SampleReader reader = new FileSampleReader(stream, file.toString(), settings, -1)) {
            assertThat(reader.next()).isInstanceOf(StreamStarted.class);
            reader.endAt(20);
            TimelineRecord failed = reader.next();
            assertThat(failed).isInstanceOf(StreamFailed.class);
            assertThat(failed.nextPosition()).isEqualTo(20);
            assertThat(reader.next()).isNull();
        }
    }

    /** FFmpeg reads a name up to its first zero; Java refuses it. */
    @Test
    void whatNobodyThoughtOfIsAFailureOfItsStream() throws IOException {
        Path file = Clip.HARD_CUTS.write(folder).file();
        StreamRef stream = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");
        try (SampleReader reader =
                new FileSampleReader(stream, file + "\0", JoinedRanges.EXACT, 7)) {
            StreamFailed failed = (StreamFailed) reader.next();
            assertThat(failed.category()).isEqualTo(StreamFailed.Category.DECODE);
            assertThat(failed.position()).isEqualTo(7);
            assertThat(reader.next()).isNull();
        }
    }
}
