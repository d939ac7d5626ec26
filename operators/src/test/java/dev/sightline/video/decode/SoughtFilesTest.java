// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.FfmpegProgram;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.SampleRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading that begins in the middle of files of other kinds than the generated clips. */
class SoughtFilesTest {

    /** Keyframes every two seconds, of which only the first lets a decoder forget what was. */
    private static final String OPEN_GOPS =
            "open-gop=1:keyint=20:min-keyint=20:scenecut=0:bframes=2";

    @TempDir Path folder;

    private Path write(String name, String... options) throws IOException {
        Path file = folder.resolve(name);
        String[] all =
                Stream.concat(Arrays.stream(options), Stream.of(file.toString()))
                        .toArray(String[]::new);
        FfmpegProgram.run("ffmpeg", all);
        return file;
    }

    private Path openGops() throws IOException {
        return write(
                "open.mp4",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=160x120:r=10:d=60",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-x264-params",
                OPEN_GOPS);
    }

    @Test
    void aStreamWithoutAFurtherPlaceToBeginIsReadFromItsStart() throws IOException {
        new JoinedRanges(JoinedRanges.EXACT).assertJoinToTheWhole(openGops(), 96, 50);
    }

    @ParameterizedTest
    @EnumSource(
            value = SamplingPolicy.class,
            names = {"EXACT", "ECONOMY"})
    void rangesOfMatroskaJoinToTheWhole(SamplingPolicy policy) throws IOException {
        Path file = write("reel.mkv", "-i", Repository.reel() + "", "-map", "0:v:0", "-c", "copy");
        JoinedRanges ranges = new JoinedRanges(JoinedRanges.EXACT.with(policy));
        ranges.assertJoinToTheWhole(file, 80, 37);
    }

    @Test
    void matroskaTellsItsLengthWithoutBeingDisturbed() throws IOException {
        Path file = write("reel.mkv", "-i", Repository.reel() + "", "-map", "0:v:0", "-c", "copy");
        try (FileSampleReader reader =
                new JoinedRanges(JoinedRanges.EXACT).open(file, SampleRange.WHOLE, -1)) {
            reader.next();
            assertThat(reader.seekablePositions()).hasValue(159);
            for (int i = 0; i < 100; i++) {
                reader.next();
            }
            assertThat(reader.seekablePositions()).as("still decoded sparsely").isPresent();
            JoinedRanges.rest(reader);
            assertThat(reader.seekablePositions()).as("what has ended is not cut").isEmpty();
        }
    }
}
