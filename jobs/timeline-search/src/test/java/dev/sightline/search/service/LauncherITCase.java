// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code deploy/bin/timeline-search}, after a build by Maven. */
class LauncherITCase {

    @Test
    void startsWithoutBuildingAgainWhatMavenHasBuilt() throws Exception {
        String launcher = Repository.root().resolve("deploy/bin/timeline-search").toString();
        Process process =
                new ProcessBuilder(launcher, "--version").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("timeline-search 0.").doesNotContain("building");
    }
}
