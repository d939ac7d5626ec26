// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.decode.BundledFfmpeg;
import dev.sightline.video.decode.FrameRate;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.VideoFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepackPlanTest {

    private static final Set<String> ALL = Set.of("libopenh264", "libvpx", "aac", "libopus");

    private static VideoFacts facts(String container, String video, String audio) {
        int sound = audio.isEmpty() ? -1 : 1;
        return new VideoFacts(
                container,
                video,
                0,
                true,
                true,
                320,
                180,
                audio,
                sound,
                new FrameRate(25, 1),
                true,
                0,
                1000);
    }

    private static RepackPlan plan(VideoFacts facts, Set<String> encoders) throws MediaException {
        return RepackPlan.of(facts, encoders::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "matroska, h264, aac, video/mp4, copy, copy",
        "mpegts, h264, ac3, video/mp4, copy, aac",
        "mov, h264, pcm_s16le, video/mp4, copy, aac",
        "matroska, vp8, vorbis, video/webm, copy, copy",
        "matroska, vp8, aac, video/webm, copy, libopus",
        "matroska, vp9, opus, video/mp4, copy, copy",
        "matroska, hevc, aac, video/mp4, libopenh264, copy",
        "mpeg, mpeg2video, '', video/mp4, libopenh264, ''",
        "avi, h264, mp3, video/mp4, libopenh264, copy",
        "h264, h264, '', video/mp4, libopenh264, ''",
    })
    void whatBrowsersDecodeIsCopied(
            String container, String video, String audio, String type, String how, String sound)
            throws MediaException {
        RepackPlan plan = plan(facts(container, video, audio), ALL);
        assertThat(plan.contentType()).isEqualTo(type);
        assertThat(plan.videoEncoder()).isEqualTo(how);
        assertThat(plan.soundEncoder()).isEqualTo(sound);
    }

    @Test
    void theEncodersThatAreThereAreUsed() throws MediaException {
        VideoFacts hevc = facts("matroska", "hevc", "aac");
        assertThat(plan(hevc, Set.of("libvpx", "libopus")))
                .extracting(
                        RepackPlan::contentType, RepackPlan::videoEncoder, RepackPlan::soundEncoder)
                .containsExactly("video/webm", "libvpx", "libopus");
        RepackPlan silent = plan(hevc, Set.of("libvpx"));
        assertThat(silent.soundEncoder()).isEmpty();
        assertThat(silent.notes()).contains("The sound is left out: aac cannot be converted.");
        assertThatThrownBy(() -> plan(hevc, Set.of("aac")))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("libopenh264");
    }

    @Test
    void theBundledFfmpegHasWhatIsNeeded() {
        assertThat(ALL).allMatch(BundledFfmpeg::encodes);
        assertThat(BundledFfmpeg.encodes("no-such-encoder")).isFalse();
    }
}
