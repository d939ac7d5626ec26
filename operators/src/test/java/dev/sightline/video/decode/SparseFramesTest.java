// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.TimeBase;
import java.nio.file.Path;
import java.time.Duration;
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

    /** How many frames come out of the decoder. */
    private static int decoded(SamplingPolicy policy, boolean changes) throws Exception {
        FrameGeometry geometry = new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH);
        DecoderSettings settings =
                new DecoderSettings(
                        policy, Duration.ofSeconds(1), 1, 1 << 26, PATIENCE, geometry, 0, changes);
        try (Deadline deadline = new Deadline(PATIENCE);
                OpenedVideo video = OpenedVideo.open(cuts.toString(), settings, deadline)) {
            TimeBase timeBase = video.demuxer().timeBase();
            SparseFrames frames =
                    new SparseFrames(
                            video,
                            settings,
                            first ->
                                    SamplingGrid.of(
                                            policy, new GridClock(timeBase, first, 1000, 0), false),
                            0);
            int count = 0;
            while (frames.next() != null) {
                count++;
            }
            frames.close();
            return count;
        }
    }
}
