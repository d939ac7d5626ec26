// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.benchmark.process.PeerScripts;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplerProgramsTest {

    @Test
    void theYardstickIsAmongThemAndDecodesInOneThread() throws IOException {
        SamplerProgram yardstick =
                all(List.of()).stream()
                        .filter(each -> each.name().equals(SamplerPrograms.YARDSTICK))
                        .findFirst()
                        .orElseThrow();

        assertThat(yardstick.command(Path.of("a.mp4")))
                .startsWith("/usr/bin/ffmpeg")
                .containsSequence("-threads", "1", "-i", "a.mp4")
                .containsSequence("-vf", "fps=1,scale=224:224");
    }

    @Test
    void eachPolicyIsMeasuredAloneAndTheUsualOnesWithScenesToo() throws IOException {
        assertThat(all(List.of(SamplingPolicy.values())))
                .extracting(SamplerProgram::name)
                .filteredOn(name -> name.startsWith("Sightline"))
                .containsExactly(
                        "Sightline exact",
                        "Sightline economy",
                        "Sightline keyframes",
                        "Sightline everything",
                        "Sightline exact + scenes",
                        "Sightline economy + scenes");
    }

    @Test
    void pinningChangesAllCommandsOfAProgram() {
        SamplerProgram pinned =
                SamplerProgram.printing("loop", List.of("loop.py"))
                        .with(
                                command ->
                                        Stream.concat(Stream.of("pin"), command.stream()).toList());

        assertThat(pinned.start()).containsExactly("pin", "loop.py");
        assertThat(pinned.command(Path.of("a.mp4"))).containsExactly("pin", "loop.py", "a.mp4");
    }

    private static List<SamplerProgram> all(List<SamplingPolicy> policies) throws IOException {
        try (PeerScripts scripts =
                PeerScripts.copied(SamplerPrograms.class, SamplerPrograms.SCRIPTS)) {
            return SamplerPrograms.all(scripts, "python3", Path.of("/usr/bin/ffmpeg"), policies);
        }
    }
}
