// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    /** Makes a folder with a file, says where, and stays. */
    static final class Staying {

        public static void main(String[] arguments) throws Exception {
            TemporaryFolder folder = TemporaryFolder.create("sightline-test");
            Files.writeString(Files.createDirectory(folder.path().resolve("a")).resolve("b"), "c");
            System.out.println(folder.path());
            Thread.sleep(60_000);
        }
    }

    @Test
    void itIsGoneWhenItIsClosed() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("sightline-test");
        Path below = Files.createDirectory(folder.path().resolve("a"));
        Files.writeString(below.resolve("b"), "four");
        Files.writeString(folder.path().resolve("c"), "fiveX");
        assertThat(TemporaryFolder.bytes(folder.path())).isEqualTo(9);
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void itIsGoneWhenTheProgramIsInterrupted() throws Exception {
        List<String> command = Programs.java(List.of(), Staying.class, List.of());
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader said = process.inputReader()) {
            Path folder = Path.of(said.readLine());
            assertThat(folder).exists();
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(folder).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }
}
