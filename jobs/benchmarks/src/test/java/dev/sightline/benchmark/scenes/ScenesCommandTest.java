// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.repository.Repository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScenesCommandTest {

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void writeClips() throws Exception {
        Clip.HARD_CUTS.write(folder);
        String json = "{\"hard-cuts.mp4\": {\"frames\": 200, \"cuts\": [50, 87, 150]}}";
        Files.writeString(folder.resolve("truth.json"), json);
    }

    private int run(String... arguments) {
        return new CommandLine(new ScenesCommand()).setOut(new PrintWriter(out)).execute(arguments);
    }

    @Test
    void measuresSightlineInAProcessOfItsOwn() throws Exception {
        Path json = folder.resolve("result.json");
        int code =
                run(
                        Repository.root().resolve("testdata/clips").toString(),
                        "--only=sightline",
                        "--model=" + Repository.model(),
                        "--json=" + json);
        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("1 videos, 948 frames, 5 cuts")
                .doesNotContain("FAILED");
        JsonNode program = new ObjectMapper().readTree(json.toFile()).at("/programs/0");
        assertThat(program.get("name").asText()).isEqualTo("Sightline");
        assertThat(program.at("/all/halfSecond/recall").asDouble()).isEqualTo(1);
        assertThat(program.get("cpuSeconds").asDouble())
                .isGreaterThan(program.at("/videos/0/cpuSeconds").asDouble());
    }

    @Test
    void saysWhichPeersAreNotInstalledAndHowToInstallThem() {
        int code = run(folder.toString(), "--only=transnetv2", "--python=no-such-python");
        assertThat(code).isZero();
        assertThat(out.toString()).contains("TransNetV2 skipped").contains("pip install");
    }

    @Test
    void leavesOutAVideoThatIsNotWhatTheTruthSays() throws Exception {
        Files.writeString(
                folder.resolve("truth.json"), "{\"hard-cuts.mp4\": {\"frames\": 7, \"cuts\": []}}");
        assertThat(run(folder.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(out.toString()).contains("left out: it has 200 frames, and its truth 7");
    }
}
