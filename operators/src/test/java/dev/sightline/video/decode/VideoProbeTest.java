// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testdata.clips.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoProbeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;

    private VideoProbe probe(Clip clip) throws IOException, MediaException {
        return VideoProbe.open(clip.write(folder).file(), PATIENCE);
    }

    private VideoFacts facts(Clip clip) throws IOException, MediaException {
        try (VideoProbe probe = probe(clip)) {
            return probe.facts();
        }
    }

    @Test
    void factsAreThoseOfTheClips() throws Exception {
        assertThat(facts(Clip.LATE_START))
                .isEqualTo(
                        new VideoFacts(
                                "mp4",
                                "h264",
                                0,
                                true,
                                true,
                                320,
                                180,
                                "",
                                -1,
                                new FrameRate(25, 1),
                                true,
                                10_000,
                                4000));
        assertThat(facts(Clip.ODD_SIZE))
                .extracting(VideoFacts::container, VideoFacts::video, VideoFacts::width)
                .containsExactly("webm", "vp9", 161);
        assertThat(facts(Clip.WIDE_PIXELS))
                .extracting(VideoFacts::container, VideoFacts::width, VideoFacts::height)
                .containsExactly("matroska", 320, 180);
        assertThat(facts(Clip.ROTATED))
                .extracting(VideoFacts::width, VideoFacts::height)
                .containsExactly(180, 320);
        assertThat(facts(Clip.VARIABLE_FRAME_RATE).steady()).isFalse();
    }

    /** Keyframes are 250 frames, 10 s, apart; in transport streams there is no index. */
    @Test
    void keyframesAreFoundWithAndWithoutAnIndex() throws Exception {
        try (VideoProbe probe = probe(Clip.LONG_GOP)) {
            assertThat(probe.indexed()).isTrue();
            assertThat(probe.keyframeBefore(9_000)).isZero();
            assertThat(probe.keyframeBefore(10_039)).isEqualTo(10_000);
        }
        try (VideoProbe probe = probe(Clip.B_FRAMES)) {
            assertThat(probe.indexed()).isFalse();
            long keyframe = probe.keyframeBefore(3_000);
            // 15 frames apart, or at the cut, which is at two seconds.
            assertThat(keyframe).isBetween(2_400L, 3_000L);
            assertThat(probe.keyframeBefore(0)).isZero();
        }
    }

    @Test
    void whatIsNoVideoIsRefused() {
        assertThatThrownBy(() -> facts(Clip.TEXT)).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> VideoProbe.open(folder.resolve("none"), PATIENCE))
                .isInstanceOf(MediaException.class);
    }

    @Test
    void ratesThatAreRoundedAreTheStandardOnes() {
        assertThat(new FrameRate(2997, 100).snapped()).isEqualTo(new FrameRate(30000, 1001));
        assertThat(new FrameRate(23976, 1000).snapped()).isEqualTo(new FrameRate(24000, 1001));
        assertThat(new FrameRate(30, 1).snapped()).isEqualTo(new FrameRate(30, 1));
        assertThat(new FrameRate(15, 1).snapped()).isEqualTo(new FrameRate(15, 1));
    }
}
