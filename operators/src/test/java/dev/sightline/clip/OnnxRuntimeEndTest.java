// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A crash of the JVM can only be seen from outside. */
class OnnxRuntimeEndTest {

    @TempDir private Path folder;

    /** Without the care that is taken, every second time ends with a crash. */
    @RepeatedTest(5)
    @Timeout(120)
    void aProcessEndsInTheMiddleOfTheModelsWork() throws Exception {
        Process process = run(EmbedUntilTheEnd.class, Repository.model().toString());
        assertThat(process.exitValue()).as(said()).isZero();
    }

    @Test
    @Timeout(60)
    void whatBeginsWhenTheProcessEndsIsNotToldAsAFailure() throws Exception {
        Process process = run(StartAtTheEnd.class);
        assertThat(process.exitValue()).isZero();
        assertThat(said()).contains("waits").doesNotContain("Exception");
    }

    private Process run(Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return process;
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }
}
