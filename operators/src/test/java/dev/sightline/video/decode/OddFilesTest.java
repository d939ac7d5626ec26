// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.FfmpegProgram;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares with what another build of FFmpeg makes of each odd file. */
class OddFilesTest {

    /** With so many lines of errors, what comes out is not what was filmed. */
    private static final int RUBBISH = 1000;

    /**
     * A row of {@code expected.tsv}.
     *
     * @param frames frames that ffmpeg decodes
     * @param errors lines of errors that it prints
     */
    private record Expected(String file, int frames, int errors) {

        static Expected of(String line) {
            String[] cells = line.split("\t");
            return new Expected(cells[0], Integer.parseInt(cells[6]), Integer.parseInt(cells[9]));
        }

        boolean isVideo() {
            return frames > 0 && errors < RUBBISH;
        }
    }

    @TestFactory
    List<DynamicTest> samplesAreTheFramesThatTheTimeStampsOfFfprobePutOnTheGrid()
            throws IOException {
        Path odd = SharedMaterial.shared("odd");
        FfmpegProgram.run("ffprobe", "-version");
        return Files.readAllLines(odd.resolve("expected.tsv")).stream()
                .skip(1)
                .map(Expected::of)
                .map(
                        expected ->
                                DynamicTest.dynamicTest(
                                        expected.file(), () -> check(odd, expected)))
                .toList();
    }

    private static void check(Path odd, Expected expected) throws IOException {
        Path file = odd.resolve(expected.file());
        List<TimelineRecord> records = ReadRecords.of(file, SamplingPolicy.EXACT);
        TimelineRecord last = records.get(records.size() - 1);
        if (expected.isVideo()) {
            assertThat(last).isInstanceOf(StreamEnded.class);
            assertThat(places(records)).isIn(grids(file));
        } else {
            assertThat(last).isInstanceOf(StreamFailed.class);
        }
    }

    private static Map<Long, Long> places(List<TimelineRecord> records) {
        Map<Long, Long> places = new LinkedHashMap<>();
        for (Sample sample : ReadRecords.samples(records)) {
            places.put(sample.k(), sample.time().pts());
        }
        return places;
    }

    /** For each video stream of the file, the PTS of the sample at each grid point. */
    private static List<Map<Long, Long>> grids(Path file) throws IOException {
        String json =
                String.join(
                        "\n",
                        FfmpegProgram.run(
                                "ffprobe",
                                "-select_streams",
                                "v",
                                "-show_entries",
                                "stream=index,start_pts,time_base"
                                        + ":frame=stream_index,best_effort_timestamp",
                                "-of",
                                "json",
                                file.toString()));
        JsonNode probed = new ObjectMapper().readTree(json);
        List<Map<Long, Long>> grids = new ArrayList<>();
        for (JsonNode stream : probed.get("streams")) {
            grids.add(grid(stream, probed.get("frames")));
        }
        return grids;
    }

    private static Map<Long, Long> grid(JsonNode stream, JsonNode frames) {
        String[] timeBase = stream.get("time_base").asText().split("/");
        long numerator = Long.parseLong(timeBase[0]);
        long denominator = Long.parseLong(timeBase[1]);
        Map<Long, Long> grid = new LinkedHashMap<>();
        long next = 0;
        for (JsonNode frame : frames) {
            if (frame.get("stream_index").asInt() == stream.get("index").asInt()
                    && frame.has("best_effort_timestamp")) {
                long pts = frame.get("best_effort_timestamp").asLong();
                long start = stream.get("start_pts").asLong();
                long k = Math.floorDiv((pts - start) * numerator, denominator);
                if (k >= next) {
                    grid.put(k, pts);
                    next = k + 1;
                }
            }
        }
        return grid;
    }
}
