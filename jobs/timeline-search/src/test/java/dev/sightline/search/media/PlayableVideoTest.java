// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.decode.FrameRate;
import dev.sightline.video.decode.VideoFacts;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayableVideoTest {

    private static final FrameRate RATE = new FrameRate(25, 1);

    @TempDir Path folder;

    private static VideoFacts facts(
            String container, String video, String audio, boolean plain, long startMs) {
        return new VideoFacts(
                container,
                video,
                0,
                true,
                plain,
                320,
                180,
                audio,
                audio.isEmpty() ? -1 : 1,
                RATE,
                true,
                startMs,
                1000);
    }

    private PlayableVideo of(VideoFacts facts, long size) {
        return new PlayableVideo(folder.resolve("v"), facts, size, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "mp4, h264, aac, true, 0, video/mp4",
        "mp4, av1, '', true, 0, video/mp4",
        "mp4, h264, aac, true, 67, video/mp4",
        "webm, vp9, opus, true, 0, video/webm",
        "webm, vp8, vorbis, true, 0, video/webm",
        "mp4, h264, aac, false, 0,",
        "mp4, hevc, aac, true, 0,",
        "mp4, h264, ac3, true, 0,",
        "mp4, h264, aac, true, 10000,",
        "mov, h264, aac, true, 0,",
        "matroska, h264, aac, true, 0,",
        "webm, vp9, aac, true, 0,",
        "mpegts, h264, aac, true, 0,",
        "avi, mpeg4, mp3, true, 0,",
    })
    void onlyWhatAllBrowsersPlayIsSentAsItIs(
            String container,
            String video,
            String audio,
            boolean plain,
            long startMs,
            String type) {
        PlayableVideo playable = of(facts(container, video, audio, plain, startMs), 10);
        assertThat(playable.direct().orElse(null)).isEqualTo(type);
    }

    @Test
    void itsOwnTimeMayBeginLate() {
        assertThat(of(facts("mp4", "h264", "", true, 67), 10).startMs()).isEqualTo(-67);
        assertThat(of(facts("mp4", "h264", "", true, -300), 10).startMs()).isZero();
    }

    @Test
    void aRangeIsReadAndNoMore() throws IOException {
        Files.writeString(folder.resolve("v"), "0123456789");
        PlayableVideo video = of(facts("mp4", "h264", "", true, 0), 10);
        try (InputStream in = video.open(video.range("bytes=2-5", null))) {
            assertThat(in.readAllBytes()).asString().isEqualTo("2345");
        }
        try (InputStream in = video.open(video.range(null, null))) {
            assertThat(in.read()).isEqualTo('0');
            assertThat(in.readAllBytes()).asString().isEqualTo("123456789");
        }
    }

    @Test
    void aFileThatBecameShorterIsAnError() throws IOException {
        Files.writeString(folder.resolve("v"), "0123");
        PlayableVideo video = of(facts("mp4", "h264", "", true, 0), 10);
        try (InputStream in = video.open(video.range("bytes=2-", null))) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(EOFException.class);
        }
    }
}
