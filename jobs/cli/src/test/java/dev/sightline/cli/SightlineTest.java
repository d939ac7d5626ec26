// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SightlineTest {

    @TempDir Path folder;
    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Sightline.commandLine();
        command.setErr(new PrintWriter(err, true)).setOut(new PrintWriter(out, true));
        return command.execute(arguments);
    }

    @Test
    void helpListsTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "run", "events", "search", "export");
    }

    @ParameterizedTest
    @CsvSource({"-V", "search -V", "search --version", "export -V", "queries list -V"})
    void everyCommandTellsTheVersion(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).matches("sightline \\S+\\R");
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(run("dmeo")).isEqualTo(2);
        assertThat(err.toString()).contains("dmeo");
    }

    @Test
    void aMissingFileIsWrongUsage() {
        assertThat(run("demo", "--model", Repository.model().toString(), "--source", "missing.mp4"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("missing.mp4 does not exist");
    }

    @Test
    void anEmptyFolderIsWrongUsage() {
        assertThat(
                        run(
                                "demo",
                                "--model",
                                Repository.model().toString(),
                                "--source",
                                folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("holds no video files");
    }

    @Test
    void everyWrongSourceIsNamed() {
        assertThat(
                        run(
                                "run",
                                "--source",
                                "a.mp4",
                                "--source",
                                "b.mp4",
                                "--model",
                                Repository.model().toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a.mp4 does not exist").contains("b.mp4 does not");
    }

    @Test
    void theSourceOfASettingsFileTakesThePlaceOfTheReel() throws IOException {
        Path file = folder.resolve("settings.yaml");
        Files.writeString(file, "source: mine.mp4\nmodel: " + Repository.model() + "\n");
        assertThat(run("demo", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("mine.mp4 does not exist").doesNotContain("reel");
    }

    /** The job on a source and a model that are there. */
    private int runWith(String option, String value) {
        String model = Repository.model().toString();
        return run("run", "--model", model, "--source", model, option, value);
    }

    @Test
    void anEmptyQueryIsWrongUsage() {
        assertThat(runWith("--query", "")).isEqualTo(2);
        assertThat(err.toString()).contains("'text' is empty");
    }

    @Test
    void anUnknownSettingIsWrongUsage() {
        assertThat(runWith("--intervall", "1s")).isEqualTo(2);
        assertThat(err.toString()).contains("--intervall");
    }

    @Test
    void aBundleThatIsNoneSaysWhatABundleIs() {
        assertThat(run("model", "verify", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("model.json");
    }

    @Test
    void theBundledModelIsSound() {
        assertThat(run("model", "info", Repository.model().toString())).isZero();
        assertThat(run("model", "verify", Repository.model().toString(), "--device", "cpu"))
                .isZero();
    }

    @Test
    void eventsFromABrokerThatIsNotThereFailWithARemedy() {
        assertThat(
                        run(
                                "events",
                                "--once",
                                "--kafka",
                                "127.0.0.1:1",
                                "--kafka-property",
                                "default.api.timeout.ms=2000"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot read events at 127.0.0.1:1");
    }
}
