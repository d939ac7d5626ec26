// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaServerITCase {

    @TempDir Path folder;

    private Process process;

    @AfterEach
    void leaveNothingBehind() {
        process.destroyForcibly();
    }

    private BufferedReader start(Path data) throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EmbeddedKafkaServer.class.getName(),
                                data.toString(),
                                "0")
                        .redirectError(folder.resolve("errors").toFile())
                        .start();
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void printsOneLineAndEndsWithItsInput() throws Exception {
        BufferedReader output = start(folder.resolve("data"));
        assertThat(output.readLine()).matches("READY 127\\.0\\.0\\.1:\\d+");
        process.getOutputStream().close();
        assertThat(output.lines()).isEmpty();
        assertThat(exitCode()).isZero();
    }

    @Test
    void endsWhenItIsTerminated() throws Exception {
        start(folder.resolve("data")).readLine();
        // Process.destroy() would close the standard input as well.
        assertThat(process.toHandle().destroy()).isTrue();
        assertThat(exitCode()).isNotZero();
    }

    @Test
    void saysWhatIsWrongWithItsFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(start(file).readLine()).isNull();
        assertThat(exitCode()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("errors")))
                .contains("cannot run a broker", file.toString());
    }
}
