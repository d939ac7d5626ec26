// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.FfmpegProgram;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawStreamTest {

    private static final Path REEL = Repository.reel();

    @TempDir Path folder;

    private static List<TimelineRecord> read(Path file, long resumeAt) {
        return ReadRecords.of(file, SamplingPolicy.EXACT, 1000, resumeAt);
    }

    /** The video of a file without its container. */
    private Path strip(Path file, String format) throws IOException {
        Path raw = folder.resolve("raw." + format);
        FfmpegProgram.run(
                "ffmpeg", "-i", file + "", "-map", "0:v:0", "-c", "copy", "-f", format, raw + "");
        return raw;
    }

    @Test
    void samplesAStreamByTheFrameRateThatItStates() throws IOException {
        List<Sample> expected = ReadRecords.samples(read(REEL, -1));
        List<TimelineRecord> records = read(strip(REEL, "h264"), -1);
        List<Sample> samples = ReadRecords.samples(records);
        assertThat(samples).hasSameSizeAs(expected);
        for (int i = 0; i < samples.size(); i++) {
            assertThat(samples.get(i).k()).isEqualTo(i);
            assertThat(samples.get(i).time().mediaMs()).isEqualTo(expected.get(i).time().mediaMs());
            assertThat(samples.get(i).rgb()).isEqualTo(expected.get(i).rgb());
            assertThat(samples.get(i).time().wallSource()).isEqualTo(WallSource.NONE);
        }
        StreamEnded ended = (StreamEnded) records.get(records.size() - 1);
        assertThat(ended.missingMs()).isZero();
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        Path raw = strip(REEL, "h264");
        List<Sample> all = ReadRecords.samples(read(raw, -1));
        List<Sample> rest = ReadRecords.samples(read(raw, 17));
        assertThat(rest.get(0).k()).isEqualTo(17);
        assertThat(rest.get(0).time().pts()).isEqualTo(all.get(17).time().pts());
        assertThat(rest.get(0).rgb()).isEqualTo(all.get(17).rgb());
    }

    @Test
    void samplesHevcTooInTheOrderOfPresentation() throws IOException {
        Path file = SharedMaterial.shared("odd").resolve("mp4_sample_edit_list.mp4");
        List<TimelineRecord> records = read(strip(file, "hevc"), -1);
        assertThat(ReadRecords.samples(records))
                .extracting(Sample::k)
                .containsExactly(0L, 1L, 2L, 3L);
    }
}
