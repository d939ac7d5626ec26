// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ProgramChoiceTest {

    private static ProgramChoice of(String... arguments) {
        ProgramChoice choice = new ProgramChoice();
        new CommandLine(choice).parseArgs(arguments);
        return choice;
    }

    @Test
    void includesEveryProgramUnlessSomeAreNamed() {
        assertThat(of().includes("ffmpeg")).isTrue();
    }

    @Test
    void includesThoseWhoseNamesContainOneOfThePartsInAnyCase() {
        ProgramChoice choice = of("--only", "SIGHT,scdet");
        assertThat(choice.includes("Sightline exact")).isTrue();
        assertThat(choice.includes("ffmpeg scdet")).isTrue();
        assertThat(choice.includes("ffmpeg")).isFalse();
    }
}
