// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProblemTest {

    @TempDir Path folder;

    private static String reading(Path file) {
        return FileProblem.reason(
                catchThrowableOfType(IOException.class, () -> Files.readString(file)));
    }

    @Test
    void saysTheReasonAndNotThePath() throws IOException {
        assertThat(reading(folder.resolve("none"))).isEqualTo("no such file");
        assertThat(reading(folder)).isEqualTo("Is a directory");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff});
        assertThat(reading(bytes)).isEqualTo("it is no UTF-8 text");
        assertThat(FileProblem.reason(new AccessDeniedException("/x"))).isEqualTo("access denied");
    }
}
