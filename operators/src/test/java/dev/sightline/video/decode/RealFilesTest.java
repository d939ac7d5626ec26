// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealFilesTest {

    private static List<TimelineRecord> read(Path file, long resumeAt) {
        return ReadRecords.of(file, SamplingPolicy.EXACT, 1000, resumeAt);
    }

    private static List<Sample> samples(List<TimelineRecord> records) {
        return ReadRecords.samples(records);
    }

    @Test
    void samplesTheNasaClipAtTheFramesThatItsTruthGives() throws IOException {
        Path clips = SharedMaterial.shared("clips");
        JsonNode frames =
                new ObjectMapper()
                        .readTree(
                                clips.resolve("nasa_13013.mp4.stream3.all_frames_info.json")
                                        .toFile());
        List<Double> expected = new ArrayList<>();
        for (JsonNode frame : frames) {
            double time = frame.get("pts_time").asDouble();
            if (time >= expected.size()) {
                expected.add(time);
            }
        }
        List<Sample> samples = samples(read(clips.resolve("nasa_13013.mp4"), -1));
        assertThat(samples).hasSameSizeAs(expected);
        for (int k = 0; k < expected.size(); k++) {
            var time = samples.get(k).time();
            double seconds =
                    (double) time.pts()
                            * time.timeBase().numerator()
                            / time.timeBase().denominator();
            assertThat(samples.get(k).k()).isEqualTo(k);
            assertThat(seconds)
                    .isCloseTo(expected.get(k), org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void handsOutContiguousPositions() {
        List<TimelineRecord> records = read(Repository.reel(), -1);
        for (int i = 1; i < records.size(); i++) {
            assertThat(records.get(i).position()).isEqualTo(records.get(i - 1).nextPosition());
        }
        assertThat(samples(records)).hasSize(40);
    }

    @Test
    void goesOnWithTheSameSamplesWhereItStopped() {
        Path reel = Repository.reel();
        List<Sample> all = samples(read(reel, -1));
        List<TimelineRecord> rest = read(reel, 17);
        assertThat(rest.get(0).position()).isEqualTo(17);
        List<Sample> samples = samples(rest);
        for (int i = 0; i < samples.size(); i++) {
            assertThat(samples.get(i).time().pts()).isEqualTo(all.get(17 + i).time().pts());
            assertThat(samples.get(i).rgb()).isEqualTo(all.get(17 + i).rgb());
        }
        assertThat(rest.get(rest.size() - 1)).isInstanceOf(StreamEnded.class);
    }

    @Test
    void saysThatAFileIsNotThere() {
        List<TimelineRecord> records = read(Path.of("no-such-file.mp4"), -1);
        assertThat(records).hasSize(1);
        assertThat(((StreamFailed) records.get(0)).message()).contains("No such file");
    }

    @Test
    void endsEvenWhenTheFileVanishedBeforeItCouldGoOn() {
        List<TimelineRecord> records = read(Path.of("no-such-file.mp4"), 12);
        assertThat(records).hasSize(1);
        assertThat(records.get(0).position()).isEqualTo(12);
    }
}
