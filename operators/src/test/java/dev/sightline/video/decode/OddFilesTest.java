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
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of each odd file; it is read once for all that is asked of it. */
class OddFilesTest {

    /** Those that hold no video, with a word of the reason. */
    private static final Map<String, String> UNREADABLE =
            Map.of(
                    "mp4_sample_fragmented_sgpd_v2.mp4", "encrypted",
                    "mp4_sample_malformed_free_box.mp4", "cannot be opened",
                    "ts_sample_with_sdt.ts", "no frame could be decoded",
                    "vp9_invalid-bitstream.webm", "no frame could be decoded");

    private static final Map<String, List<TimelineRecord>> READ = new HashMap<>();

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

    @AfterAll
    static void forget() {
        READ.clear();
    }

    private static List<TimelineRecord> exact(Path file) {
        return READ.computeIfAbsent(
                file.toString(), name -> ReadRecords.of(file, SamplingPolicy.EXACT));
    }

    private static List<Expected> expected() throws IOException {
        return Files.readAllLines(SharedMaterial.shared("odd").resolve("expected.tsv")).stream()
                .skip(1)
                .map(Expected::of)
                .toList();
    }

    private static List<DynamicTest> ofEach(ThrowingConsumer<Expected> check) throws IOException {
        return expected().stream()
                .map(file -> DynamicTest.dynamicTest(file.file(), () -> check.accept(file)))
                .toList();
    }

    private static Path path(Expected expected) {
        return SharedMaterial.shared("odd").resolve(expected.file());
    }

    @TestFactory
    List<DynamicTest> endsInSamplesOrInAReason() throws IOException {
        return ofEach(OddFilesTest::requireAnEnd);
    }

    private static void requireAnEnd(Expected expected) {
        List<TimelineRecord> records = exact(path(expected));
        TimelineRecord last = records.get(records.size() - 1);
        if (UNREADABLE.containsKey(expected.file())) {
            assertThat(last).isInstanceOf(StreamFailed.class);
            assertThat(((StreamFailed) last).message()).contains(UNREADABLE.get(expected.file()));
        } else {
            assertThat(records.get(0)).isInstanceOf(StreamStarted.class);
            assertThat(last).isInstanceOf(StreamEnded.class);
            assertThat(ReadRecords.samples(records)).isNotEmpty();
        }
    }

    @TestFactory
    List<DynamicTest> exactGivesThePicturesOfDecodingEverything() throws IOException {
        return ofEach(
                expected -> ReadRecords.requireEverything(path(expected), exact(path(expected))));
    }

    /** Compares with what another build of FFmpeg makes of it. */
    @TestFactory
    List<DynamicTest> samplesAreTheFramesThatTheTimeStampsOfFfprobePutOnTheGrid()
            throws IOException {
        FfmpegProgram.run("ffprobe", "-version");
        return ofEach(OddFilesTest::requireTheGrid);
    }

    private static void requireTheGrid(Expected expected) throws IOException {
        Path file = path(expected);
        List<TimelineRecord> records = exact(file);
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
