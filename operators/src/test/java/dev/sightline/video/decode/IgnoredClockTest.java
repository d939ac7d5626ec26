// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.sightline.testdata.clips.ClipWriter;
import dev.sightline.testdata.clips.Encoding;
import dev.sightline.testdata.clips.Mask;
import dev.sightline.testdata.clips.Painter;
import dev.sightline.testdata.clips.Painters;
import dev.sightline.testdata.clips.Rational;
import dev.sightline.testdata.clips.Storyboard;
import dev.sightline.testdata.clips.VideoEncoder;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.FrameGeometry.Fit;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Sample;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A large clock in a corner, which changes from black to white and back. */
class IgnoredClockTest {

    private static final int RATE = 25;
    private static final int FIRST_SHOT = 90;
    private static final double CLOCK_HEIGHTS = 0.6;

    /** A bit more than the clock covers: coding blurs its edges. */
    private static final IgnoreRegions CLOCK = IgnoreRegions.of(0, 0, 0.4, 0.68);

    @TempDir Path folder;

    private Path film() throws IOException {
        Painter clock = (x, y, seconds) -> (int) Math.floor(seconds + 0.5) % 2 * 0xffffff;
        Mask corner = Mask.box(s -> 0, s -> 0, 2 * CLOCK_HEIGHTS, 2 * CLOCK_HEIGHTS);
        Storyboard film =
                Storyboard.of(Painters.texture(3).behind(clock, corner), FIRST_SHOT)
                        .cutTo(Painters.texture(60).behind(clock, corner), 60);
        Path file = folder.resolve("clock.mp4");
        Encoding encoding = Encoding.of(VideoEncoder.H264, 320, 180, new Rational(1, RATE));
        try (ClipWriter writer = ClipWriter.open(file, encoding)) {
            for (int frame = 0; frame < film.frames(); frame++) {
                double seconds = (double) frame / RATE;
                writer.write(film.picture(frame, 320, 180, seconds), frame);
            }
            writer.finish();
        }
        return file;
    }

    private static List<TimelineRecord> read(
            Path file, SamplingPolicy policy, Fit fit, IgnoreRegions ignore) {
        DecoderSettings settings =
                new DecoderSettings(
                                policy,
                                Duration.ofMillis(500),
                                1,
                                1 << 24,
                                Duration.ofSeconds(30),
                                new FrameGeometry(64, 64, fit),
                                320)
                        .with(ignore);
        return ReadRecords.of(file, settings, -1);
    }

    private static List<Long> changesMs(List<TimelineRecord> records) {
        return records.stream()
                .flatMap(record -> record.changes().stream())
                .map(VisualChange::end)
                .map(MediaTime::mediaMs)
                .toList();
    }

    /** The greatest difference between two samples of the first shot. */
    private static int difference(List<TimelineRecord> records) {
        List<Sample> samples = ReadRecords.samples(records);
        byte[] first = samples.get(0).rgb();
        int greatest = 0;
        for (Sample sample : samples) {
            for (int i = 0; sample.time().mediaMs() < 3600 && i < first.length; i++) {
                int difference = (sample.rgb()[i] & 0xff) - (first[i] & 0xff);
                greatest = Math.max(greatest, Math.abs(difference));
            }
        }
        return greatest;
    }

    @ParameterizedTest
    @EnumSource(names = {"EXACT", "EVERYTHING"})
    void theClockChangesNoScene(SamplingPolicy policy) throws IOException {
        Path file = film();

        assertThat(changesMs(read(file, policy, Fit.SQUASH, IgnoreRegions.NONE)))
                .hasSizeGreaterThan(1);
        assertThat(changesMs(read(file, policy, Fit.SQUASH, CLOCK)))
                .containsExactly(FIRST_SHOT * 1000L / RATE);
    }

    @ParameterizedTest
    @EnumSource(Fit.class)
    void theClockChangesNoSample(Fit fit) throws IOException {
        Path file = film();

        assertThat(difference(read(file, SamplingPolicy.EXACT, fit, IgnoreRegions.NONE)))
                .isGreaterThan(150);
        assertThat(difference(read(file, SamplingPolicy.EXACT, fit, CLOCK))).isLessThan(12);
    }

    @Test
    void previewsShowIt() throws IOException {
        Path file = film();
        List<Sample> with =
                ReadRecords.samples(
                        read(file, SamplingPolicy.EXACT, Fit.SQUASH, IgnoreRegions.NONE));
        List<Sample> without =
                ReadRecords.samples(read(file, SamplingPolicy.EXACT, Fit.SQUASH, CLOCK));

        assertThat(without)
                .extracting(Sample::preview)
                .usingRecursiveComparison()
                .isEqualTo(with.stream().map(Sample::preview).toList());
    }

    /** Green is the upper left quarter of the picture as it is coded. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "90, 0, 0.5", "180, 0.5, 0.5", "270, 0.5, 0"})
    void aRegionIsWhereThePictureIsShown(double degrees, double x, double y) throws MediaException {
        AVFrame frame = RawFrames.quarters(128, 128);
        RawFrames.turn(frame, degrees);
        IgnoreRegions green = IgnoreRegions.of(x, y, 0.5, 0.5);
        try (FrameScaler scaler = new FrameScaler(new FrameGeometry(64, 64, Fit.SQUASH), green)) {
            assertThat(greens(scaler.toRgb(frame, 1))).isLessThan(100);
        } finally {
            av_frame_free(frame);
        }
    }

    private static int greens(byte[] rgb) {
        int greatest = 0;
        for (int i = 1; i < rgb.length; i += 3) {
            greatest = Math.max(greatest, rgb[i] & 0xff);
        }
        return greatest;
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 200})
    void whatLiesBesideARegionDoesNotKnowWhatIsInIt(int size) throws MediaException {
        FrameGeometry geometry = new FrameGeometry(size, size, Fit.SQUASH);
        IgnoreRegions upper = IgnoreRegions.of(0, 0, 1, 0.5);
        AVFrame one = RawFrames.quarters(100, 100);
        AVFrame other = RawFrames.quarters(100, 100);
        other.data(0).position(0).capacity(other.linesize(0) * 50L).fill(255);
        try (FrameScaler scaler = new FrameScaler(geometry, upper)) {
            assertThat(scaler.toRgb(other, 1)).isEqualTo(scaler.toRgb(one, 1));
        } finally {
            av_frame_free(one);
            av_frame_free(other);
        }
    }
}
