// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/bin/sightline}, after a build by Maven. */
class LauncherITCase {

    @TempDir Path folder;

    private record Result(int code, String said) {}

    private Result sightline(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Repository.root().resolve("deploy/bin/sightline").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        builder.environment().remove("LANG");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said);
    }

    @Test
    void startsWithoutBuildingAgainWhatMavenHasBuilt() throws Exception {
        Result result = sightline("--version");
        assertThat(result.code()).isZero();
        assertThat(result.said()).startsWith("sightline 0.").doesNotContain("building");
    }

    @Test
    void leavesNoLogThatNobodyWasToldOf() throws Exception {
        assertThat(sightline("demo", "--source", "missing.mp4").code()).isEqualTo(2);
        assertThat(sightline("model", "info").code()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsNamesThatAreNotAsciiWhereThereIsNoLocale() throws Exception {
        assertThat(sightline("demo", "--source", "vidéo.mp4").said())
                .contains("vidéo.mp4 does not exist");
    }

    @Test
    void aLogThatTheUserWasToldOfStays() throws Exception {
        Result result =
                sightline(
                        "events",
                        "--kafka=127.0.0.1:1",
                        "--kafka-property=default.api.timeout.ms=1000");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.said()).contains("the log is " + folder);
        assertThat(folder).isNotEmptyDirectory();
    }
}
