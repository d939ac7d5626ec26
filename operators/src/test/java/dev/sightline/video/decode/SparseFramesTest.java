// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.FfmpegProgram;
import dev.sightline.testdata.clips.Clip;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.TimeBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseFramesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir static Path folder;
    private static Path cuts;

    @BeforeAll
    static void write() throws Exception {
        Natives.load();
        cuts = Clip.HARD_CUTS.write(folder).file();
    }

    @Test
    void whatMayBeginAShotIsDecodedToLookForChanges() throws Exception {
        assertThat(decoded(SamplingPolicy.KEYFRAMES, true))
                .isGreaterThan(decoded(SamplingPolicy.KEYFRAMES, false));
    }

    @Test
    void keyframesAloneAreDecodedWhereNobodyLooksForChanges() throws Exception {
        int samples = ReadRecords.samples(ReadRecords.of(cuts, SamplingPolicy.KEYFRAMES)).size();

        assertThat(decoded(SamplingPolicy.KEYFRAMES, false)).isEqualTo(samples);
    }

    @Test
    void samplesAreTheSameWhereThereIsNoRoomToKeepAGroup() throws Exception {
        Path file = Clip.LONG_GOP.write(folder).file();
        assertThat(samples(file, 1)).isEqualTo(samples(file, 1 << 24)).hasSizeGreaterThan(5);
    }

    @Test
    void whatAnEditListCutsAwayNeedsNoRoom() throws Exception {
        Path file = folder.resolve("cut.mp4");
        FfmpegProgram.run(
                "ffmpeg",
                "-ss",
                "3",
                "-i",
                Clip.LONG_GOP.write(folder).file() + "",
                "-c",
                "copy",
                file + "");
        assertThat(samples(file, 1)).isEqualTo(samples(file, 1 << 24)).hasSizeGreaterThan(3);
    }

    private static int decoded(SamplingPolicy policy, boolean changes) throws Exception {
        return decoded(cuts, policy, changes, 1 << 24).size();
    }

    /** PTS of the samples. */
    private static List<Long> samples(Path file, long mostKeptBytes) throws Exception {
        return decoded(file, SamplingPolicy.EXACT, false, mostKeptBytes).stream()
                .filter(Objects::nonNull)
                .map(GridPoint::pts)
                .toList();
    }

    /** What comes out of the decoder: a grid point, or null, for each frame. */
    private static List<GridPoint> decoded(
            Path file, SamplingPolicy policy, boolean changes, long mostKeptBytes)
            throws Exception {
        FrameGeometry geometry = new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH);
        DecoderSettings settings =
                new DecoderSettings(
                        policy, Duration.ofSeconds(1), 1, 1 << 26, PATIENCE, geometry, 0, changes);
        try (Deadline deadline = new Deadline(PATIENCE);
                OpenedVideo video =
                        OpenedVideo.open(
                                new MediaInput.LocalFile(file.toString()), settings, deadline)) {
            TimeBase timeBase = video.demuxer().timeBase();
            SparseFrames frames =
                    new SparseFrames(
                            video,
                            video.demuxer()::read,
                            settings,
                            first ->
                                    SamplingGrid.of(
                                            policy, new GridClock(timeBase, first, 1000, 0), false),
                            0,
                            mostKeptBytes);
            List<GridPoint> points = new ArrayList<>();
            while (frames.next() != null) {
                points.add(frames.point());
            }
            frames.close();
            return points;
        }
    }
}
