// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.repack.RepackBusy;
import dev.sightline.video.repack.RepackForecast;
import dev.sightline.video.repack.RepackSettings;
import dev.sightline.video.repack.RepackedVideo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is converted is decoded again: times and frames have to be those of the file. */
class VideoPlaybackITCase {

    private static final long FRAME_MS = 40;

    @TempDir Path folder;

    /**
     * What came out of a conversion.
     *
     * @param startMs where it says that it begins
     * @param times of its frames, in milliseconds of media time
     */
    private record Converted(long startMs, boolean copied, List<Long> times) {}

    private Converted convert(Path file, long fromMs) throws Exception {
        Path out = folder.resolve("converted");
        try (VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT);
                RepackedVideo video = playback.convert(file, fromMs);
                OutputStream written = Files.newOutputStream(out)) {
            video.writeTo(written);
            assertThat(playback.converting()).isZero();
            List<Long> times =
                    FrameTimes.of(out).stream().map(time -> time + video.startMs()).toList();
            return new Converted(video.startMs(), video.copied(), times);
        }
    }

    private static void assertFrames(List<Long> times, long firstMs, int count) {
        assertThat(times).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(times.get(i)).isCloseTo(firstMs + i * FRAME_MS, within(2L));
        }
    }

    private Path made(String name, String... options) throws Exception {
        return MadeClips.tested(folder.resolve(name), "25", options);
    }

    /** Keyframes are two seconds apart. */
    @Test
    void matroskaIsCopiedFromTheKeyframeBefore() throws Exception {
        Path file = made("a.mkv", "-c:v", "libopenh264", "-c:a", "aac");
        Converted converted = convert(file, 3500);
        assertThat(converted.copied()).isTrue();
        assertThat(converted.startMs()).isEqualTo(2000);
        assertFrames(converted.times(), 2000, 100);
        RepackSettings one = new RepackSettings(1, 1280, 4, Duration.ofSeconds(30));
        try (VideoPlayback playback = new VideoPlayback(one);
                RepackedVideo video = playback.convert(file, 0)) {
            assertThat(playback.forecast(file, 3500))
                    .as("needs no place of its own")
                    .isEqualTo(new RepackForecast(2000, video.contentType()));
        }
    }

    @Test
    void aTransportStreamIsCopiedFromTheKeyframeBefore() throws Exception {
        Path file = made("a.ts", "-c:v", "libopenh264", "-c:a", "aac");
        Converted converted = convert(file, 3500);
        assertThat(converted.copied()).isTrue();
        assertThat(converted.startMs()).isEqualTo(2000);
        assertFrames(converted.times(), 2000, 100);
        assertFrames(convert(file, 0).times(), 0, 150);
    }

    @Test
    void whatBrowsersDoNotDecodeIsConvertedFromTheMoment() throws Exception {
        Path file = made("a.mpg", "-c:v", "mpeg2video", "-bf", "2", "-c:a", "ac3");
        Converted converted = convert(file, 3500);
        assertThat(converted.copied()).isFalse();
        assertThat(converted.startMs()).isEqualTo(3500);
        assertFrames(converted.times(), 3520, 62);
    }

    @Test
    void aLateStartIsMovedToTheBegin() throws Exception {
        Path file = Clip.LATE_START.write(folder).file();
        try (VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT)) {
            assertThat(playback.look(file).direct()).isEmpty();
        }
        assertFrames(convert(file, 0).times(), 0, 100);
    }

    @Test
    void pastTheEndIsTheEnd() throws Exception {
        Converted converted = convert(made("a.avi", "-c:v", "mpeg4", "-c:a", "mp3"), 1_000_000);
        assertThat(converted.startMs()).isBetween(5800L, 6000L);
        assertThat(converted.times()).isNotEmpty();
    }

    @Test
    void highEfficiencyVideoAndOddFilesKeepTheirFrames() throws Exception {
        Path odd = SharedMaterial.shared("odd");
        Converted hevc = convert(odd.resolve("mp4_pixel-motion-photo-2-hevc-tracks.mp4"), 0);
        assertThat(hevc.times()).hasSize(58);
        assertThat(hevc.times().get(57)).isCloseTo(2100L, within(2L));
        Converted late = convert(odd.resolve("ts_bbb_2500ms.ts"), 0);
        assertThat(late.times()).hasSize(58).first().isEqualTo(0L);
        assertThat(late.times().get(57)).isCloseTo(2458L, within(2L));
    }

    @Test
    void noMoreThanAllowedAreConvertedAtOnce() throws Exception {
        Path file = made("a.mkv", "-c:v", "mpeg4", "-an");
        try (VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT)) {
            RepackedVideo first = playback.convert(file, 0);
            RepackedVideo second = playback.convert(file, 0);
            assertThatThrownBy(() -> playback.convert(file, 0))
                    .isInstanceOf(RepackBusy.class)
                    .hasMessageContaining("already 2 videos");
            first.close();
            first.close();
            RepackedVideo third = playback.convert(file, 0);
            assertThat(playback.converting()).isEqualTo(2);
            second.close();
            third.close();
            assertThat(playback.converting()).isZero();
        }
    }

    @Test
    void whenTheViewerGoesTheProgramEnds() throws Exception {
        Path file = made("a.mkv", "-c:v", "mpeg4", "-an");
        OutputStream gone =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("gone");
                    }
                };
        try (VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT)) {
            RepackedVideo video = playback.convert(file, 0);
            assertThatThrownBy(() -> video.writeTo(gone)).hasMessage("gone");
            assertThat(playback.converting()).isZero();
        }
        awaitNoProgram();
    }

    @Test
    void whoTakesNothingIsNotWaitedForForever() throws Exception {
        Path file = made("a.mkv", "-c:v", "mpeg4", "-an", "-b:v", "4M");
        RepackSettings impatient = new RepackSettings(1, 1280, 4, Duration.ofSeconds(1));
        try (VideoPlayback playback = new VideoPlayback(impatient)) {
            RepackedVideo video = playback.convert(file, 0);
            await().atMost(Duration.ofSeconds(10)).until(() -> playback.converting() == 0);
            assertThatThrownBy(() -> video.writeTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class);
        }
        awaitNoProgram();
    }

    @Test
    void whatIsNoVideoIsRefusedAndTakesNoPlace() throws Exception {
        Path text = Clip.TEXT.write(folder).file();
        try (VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> playback.convert(text, 0))
                        .isInstanceOf(MediaException.class);
            }
            assertThatThrownBy(() -> playback.look(text)).isInstanceOf(MediaException.class);
            assertThat(playback.converting()).isZero();
        }
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        Path file = made("a.mkv", "-c:v", "mpeg4", "-an");
        VideoPlayback playback = new VideoPlayback(RepackSettings.DEFAULT);
        RepackedVideo video = playback.convert(file, 0);
        playback.close();
        assertThat(playback.converting()).isZero();
        assertThatThrownBy(() -> video.writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> playback.convert(file, 0)).isInstanceOf(IOException.class);
        awaitNoProgram();
    }

    private static void awaitNoProgram() {
        await().atMost(Duration.ofSeconds(5))
                .until(
                        () ->
                                ProcessHandle.current()
                                        .children()
                                        .noneMatch(VideoPlaybackITCase::runs));
    }

    /** The browser of other tests may go on in this JVM. */
    private static boolean runs(ProcessHandle child) {
        return child.isAlive() && child.info().command().orElse("").endsWith("ffmpeg");
    }
}
