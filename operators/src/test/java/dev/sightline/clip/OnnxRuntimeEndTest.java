// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A crash of the JVM can only be seen from outside. */
class OnnxRuntimeEndTest {

    @TempDir private Path folder;

    /** Without the care that is taken, every second time ends with a crash. */
    @RepeatedTest(5)
    @Timeout(120)
    void aProcessEndsInTheMiddleOfTheModelsWork() throws Exception {
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EmbedUntilTheEnd.class.getName(),
                                Repository.model().toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
