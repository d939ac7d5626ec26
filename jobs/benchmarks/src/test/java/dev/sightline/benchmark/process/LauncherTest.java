// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LauncherTest {

    @Test
    void startsItsJvmWithWhatIsMeasuredHere() throws IOException {
        Path script = Repository.root().resolve(Path.of("deploy", "bin", "sightline"));
        assertThat(Files.readString(script)).contains(Launcher.JVM);
    }
}
