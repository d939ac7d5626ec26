// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.clips.ClipTruth;
import dev.sightline.testdata.clips.WrittenClip;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedClipsTest {

    private static final FrameGeometry SQUARE = new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH);

    @TempDir Path folder;

    private static List<TimelineRecord> read(Path file, FrameGeometry geometry) {
        DecoderSettings settings =
                new DecoderSettings(
                        SamplingPolicy.EXACT,
                        Duration.ofSeconds(1),
                        1,
                        1 << 24,
                        Duration.ofSeconds(30),
                        geometry,
                        320);
        return ReadRecords.of(file, settings, -1);
    }

    private static List<Sample> samples(List<TimelineRecord> records) {
        return ReadRecords.samples(records);
    }

    /** Media time in seconds of the first frame at or after each whole second. */
    private static Map<Long, Double> grid(ClipTruth truth) {
        Map<Long, Double> grid = new LinkedHashMap<>();
        for (int frame = 0; frame < truth.frames(); frame++) {
            double seconds = truth.seconds(frame) - truth.seconds(0);
            grid.putIfAbsent((long) Math.floor(seconds + 1e-9), seconds);
        }
        return grid;
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void samplesTheFramesThatTheTruthPutsOnTheGrid(Clip clip) throws IOException {
        WrittenClip written = clip.write(folder);
        List<TimelineRecord> records = read(written.file(), SQUARE);
        TimelineRecord last = records.get(records.size() - 1);
        if (written.truth().frames() == 0) {
            assertThat(last).isInstanceOf(StreamFailed.class);
            return;
        }
        assertThat(last).isInstanceOf(StreamEnded.class);
        Map<Long, Double> grid = grid(written.truth());
        List<Sample> samples = samples(records);
        assertThat(samples).extracting(Sample::k).containsExactlyElementsOf(grid.keySet());
        for (Sample sample : samples) {
            // Containers round time stamps to their own unit, a millisecond at most.
            assertThat(sample.time().mediaMs() / 1000.0)
                    .isCloseTo(grid.get(sample.k()), within(0.002));
        }
    }

    /** Mean red, green and blue. */
    private static double[] mean(BufferedImage picture) {
        double[] mean = new double[3];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    mean[channel] += picture.getRGB(x, y) >> 16 - 8 * channel & 0xff;
                }
            }
        }
        return Arrays.stream(mean)
                .map(sum -> sum / picture.getWidth() / picture.getHeight())
                .toArray();
    }

    private static double[] mean(byte[] rgb) {
        double[] mean = new double[3];
        for (int i = 0; i < rgb.length; i++) {
            mean[i % 3] += (rgb[i] & 0xff) * 3.0 / rgb.length;
        }
        return mean;
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LIMITED_RANGE",
                "FULL_RANGE",
                "ODD_SIZE",
                "WIDE_PIXELS",
                "ROTATED",
                "INTERLACED",
                "SIZE_CHANGE"
            })
    void thePreviewHasTheColoursThatTheModelSees(Clip clip) throws IOException {
        for (Sample sample : samples(read(clip.write(folder).file(), SQUARE))) {
            BufferedImage preview = ImageIO.read(new ByteArrayInputStream(sample.preview()));
            assertThat(mean(preview)).containsExactly(mean(sample.rgb()), within(3.0));
        }
    }

    @Test
    void sayHowMuchOfATruncatedFileIsMissing() throws IOException {
        List<TimelineRecord> records = read(Clip.TRUNCATED.write(folder).file(), SQUARE);
        StreamEnded ended = (StreamEnded) records.get(records.size() - 1);
        assertThat(ended.decodeErrors() + ended.missingMs()).isPositive();
    }

    @Test
    void limitedAndFullRangeGiveTheSamePicture() throws IOException {
        Sample limited = samples(read(Clip.LIMITED_RANGE.write(folder).file(), SQUARE)).get(0);
        Sample full = samples(read(Clip.FULL_RANGE.write(folder).file(), SQUARE)).get(0);
        assertThat(meanDifference(limited.rgb(), full.rgb())).isLessThan(4);
    }

    private static double meanDifference(byte[] one, byte[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return (double) sum / one.length;
    }

    @Test
    void widePixelsAndQuarterTurnsShapeTheLetterbox() throws IOException {
        FrameGeometry letterbox = new FrameGeometry(64, 64, FrameGeometry.Fit.LETTERBOX);
        Sample wide = samples(read(Clip.WIDE_PIXELS.write(folder).file(), letterbox)).get(0);
        assertThat(barRows(wide.rgb())).as("320x180 in a square").isEqualTo(14);
        Sample turned = samples(read(Clip.ROTATED.write(folder).file(), letterbox)).get(0);
        assertThat(barRows(turned.rgb())).as("higher than wide").isZero();
    }

    /** Black rows above the picture. */
    private static int barRows(byte[] rgb) {
        int i = 0;
        while (i < rgb.length && rgb[i] == 0) {
            i++;
        }
        return i / (64 * 3);
    }
}
