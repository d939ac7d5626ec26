// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

    @Test
    void goesWithAllThatIsInIt() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("sightline-test");
        Files.createDirectories(folder.path().resolve("a/b"));
        Files.writeString(folder.path().resolve("a/b/file"), "text");
        folder.close();
        assertThat(folder.path()).doesNotExist();
        folder.close(); // does nothing
    }
}
