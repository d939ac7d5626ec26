// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.benchmark.frames.ShownFrame;
import dev.sightline.benchmark.process.Spread;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTableTest {

    /** Four seconds with a keyframe in each. */
    private static final EncodedVideo VIDEO =
            new EncodedVideo(
                    new Encode(Encode.Codec.H264, 1, Encode.Keyframes.SCENES),
                    Path.of("h264-gop1s.mp4"),
                    IntStream.range(0, 100)
                            .mapToObj(i -> new ShownFrame(i / 25.0, i % 25 == 0, "" + i))
                            .toList(),
                    0.75,
                    0.4);

    @Test
    void theCaptionSaysWhatDecidesTheCost() {
        assertThat(SamplerTable.lines(VIDEO, List.of()).get(0))
                .contains("h264-gop1s.mp4: 100 frames, 4 s, 4 keyframes, at most 25 frames apart")
                .contains("with 40 % of the bytes; 75 % of the frames are no one's reference");
    }

    @Test
    void bothRatiosAreToTheYardstick() {
        List<String> lines =
                SamplerTable.lines(
                        VIDEO,
                        List.of(
                                figures("Sightline exact", 0.5, 2.0),
                                figures(SamplerPrograms.YARDSTICK, 2.0, 2.5)));

        assertThat(lines.get(2)).matches("Sightline exact +0.50 .* 4.00x +8.0 \\| +2.00 +1.25x .*");
        assertThat(lines.get(3)).contains(" 1.00x ");
    }

    @Test
    void samplesAreHeldAgainstTheGrid() {
        SamplerFigures figures =
                new SamplerFigures(
                        "economy", one(1), one(1), one(1), new StampErrors(4, 4, 120, 0), null);

        assertThat(SamplerTable.lines(VIDEO, List.of(figures)).get(2))
                .endsWith("4/4    120 ms      0 ms");
    }

    @Test
    void aProgramThatFailedSaysWhyAndSpoilsNoOther() {
        List<String> lines =
                SamplerTable.lines(
                        VIDEO,
                        List.of(
                                SamplerFigures.failed("PyAV loop", "exit code 1"),
                                figures(SamplerPrograms.YARDSTICK, 2.0, 2.5)));

        assertThat(lines.get(2)).contains("PyAV loop").contains("FAILED: exit code 1");
        assertThat(lines.get(3)).contains(" 1.00x ");
    }

    private static SamplerFigures figures(String program, double sampling, double process) {
        return new SamplerFigures(program, one(sampling), one(1), one(process), null, null);
    }

    private static Spread one(double figure) {
        return Spread.of(List.of(figure));
    }
}
