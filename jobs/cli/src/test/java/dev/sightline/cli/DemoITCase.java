// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it, in a process of its own. */
class DemoITCase {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("deploy/models"))) {
            root = root.getParent();
        }
        return root;
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--add-opens=java.base/java.time=ALL-UNNAMED",
                                "-Xmx768m",
                                "-Djava.io.tmpdir=" + folder,
                                "-Dsightline.log=" + folder.resolve("log"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Sightline.class.getName(),
                                "demo"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile()) // where a JVM that crashes says why
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile());
        builder.environment().put("SIGHTLINE_HOME", root().toString());
        return builder.start();
    }

    @Test
    void writesOneEventALineAndTheRestToStandardError() throws Exception {
        Process demo = start("--json");
        assertThat(demo.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out"));
        assertThat(lines).hasSizeGreaterThan(15);
        for (String line : lines) {
            JsonNode event = new ObjectMapper().readTree(line);
            assertThat(event.get("topic").asText()).startsWith("video.");
            assertThat(event.get("id").asText()).hasSize(32);
        }
        assertThat(Files.readString(folder.resolve("err")))
                .contains("1 = 1 complete + 0 failed")
                .contains("\"people swimming in a pool\"")
                .containsPattern("pictures +[1-9][0-9]* in " + folder + "/sightline-pictures-");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jpg"))).isNotEmpty();
        }
        assertThat(brokers()).as("a broker's folder is left").isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsInterrupted() throws Exception {
        Process demo = start("--watch");
        awaitOutput("ended");
        List<ProcessHandle> children = demo.descendants().toList();
        assertThat(children).as("its broker").isNotEmpty();
        demo.destroy();
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(brokers()).as("a broker's folder is left").isEmpty();
    }

    @RepeatedTest(3)
    void endsCleanlyWhenItIsInterruptedInMidVideo() throws Exception {
        // So many samples that the model is at work for a long time.
        Process demo = start("--json", "--interval=40ms", "--checkpoint-interval=1s");
        awaitOutput("online");
        // The same way as Ctrl-C, which a process that runs in the background may not hear.
        demo.destroy();
        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(143);
        assertThat(Files.readAllLines(folder.resolve("out")))
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                .noneMatch(line -> line.contains("\"state\":\"ended\""));
        assertThat(Files.readString(folder.resolve("err")))
                .contains("created the topics")
                .doesNotContain("failed", "Exception");
        assertThat(brokers()).as("a broker's folder is left").isEmpty();
    }

    @Test
    void saysAtOnceWhatToDoWhereTheModelCannotRun() throws Exception {
        Process demo = start("--device=cuda");
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err")))
                .contains("set device to auto or cpu")
                .doesNotContain("started again");
    }

    private void awaitOutput(String word) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.readString(folder.resolve("out")).contains(word) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private List<Path> brokers() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains("sightline-kafka")).toList();
        }
    }
}
